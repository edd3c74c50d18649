"""A page for people without a terminal: 放稿子 → 定内容 → 取成品.

The server holds drafts in memory and in a private folder (`drafts`), looks at every request before anything
else does (`guarding`), and reads no file itself: whatever touches a speech runs in a process of its own with
limits of time and memory (`workers`, `tasks`). What the user changes is a brief (`editing`), so that all that
is made here is what `reportgen build` makes of that brief.
"""
