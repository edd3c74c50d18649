"use strict";
// What HTML and htmx cannot do: files dropped or pasted, news of the work, dragging, keys, large pictures.
(() => {
  const find = (query, root = document) => root.querySelector(query);
  const every = (query, root = document) => [...root.querySelectorAll(query)];
  const say = (text) => { const said = find("#said"); if (said) said.textContent = text; };
  const fail = (text) => { const fault = find("#fault"); if (fault) fault.textContent = text; else say(text); };

  // --- files that are sent: bytes as they are, the name in the address
  function send(address, body, name, done) {
    const request = new XMLHttpRequest(), progress = find("#progress");
    request.open("POST", address + "?name=" + encodeURIComponent(name));
    request.upload.onprogress = (event) => {
      if (progress && event.lengthComputable) { progress.hidden = false; progress.value = 100 * event.loaded / event.total; }
    };
    request.onload = () => { if (progress) progress.hidden = true; done(request); };
    request.onerror = () => { if (progress) progress.hidden = true; fail("没有传到：程序可能已经关掉"); };
    request.send(body);
  }
  function answered(request, into) {
    const isJson = (request.getResponseHeader("content-type") || "").startsWith("application/json");
    const answer = isJson ? JSON.parse(request.responseText) : {};
    if (answer.location) location.assign(answer.location);
    else if (request.status >= 400) fail(answer.error || request.responseText);
    else if (into) { fail(""); find("#" + into).innerHTML = request.responseText; }
  }
  function give(zone, file) {
    const most = Number(zone.dataset.most || 0);
    fail("");
    if (most && file.size > most) { fail(`${file.name}：有 ${Math.ceil(file.size / 1048576)} MB，最多 ${most / 1048576} MB`); return; }
    say("正在传送 " + file.name);
    send(zone.dataset.upload, file, file.name, (request) => answered(request, zone.dataset.into));
  }
  every("[data-upload]").filter((one) => one.tagName !== "INPUT").forEach((zone) => {
    zone.addEventListener("dragover", (event) => { event.preventDefault(); zone.classList.add("over"); });
    zone.addEventListener("dragleave", () => zone.classList.remove("over"));
    zone.addEventListener("drop", (event) => {
      event.preventDefault(); zone.classList.remove("over");
      if (event.dataTransfer.files.length > 1) fail("一次放一份稿子");
      else if (event.dataTransfer.files.length) give(zone, event.dataTransfer.files[0]);
    });
    const input = find("input[type=file]", zone);
    if (input) input.addEventListener("change", () => { if (input.files.length) give(zone, input.files[0]); input.value = ""; });
  });
  document.addEventListener("change", (event) => {
    const input = event.target;
    if (input.matches("input[type=file][data-upload]") && input.files.length) give(input, input.files[0]);
  });
  // A file that misses its place must not open instead of the page.
  for (const kind of ["dragover", "drop"]) document.addEventListener(kind, (event) => event.preventDefault());

  const paste = find("#paste");
  if (paste) {
    const open = find("#paste-open");
    open.addEventListener("click", () => {
      paste.hidden = !paste.hidden; open.setAttribute("aria-expanded", String(!paste.hidden));
      if (!paste.hidden) find("#text").focus();
    });
    paste.addEventListener("submit", (event) => {
      event.preventDefault();
      const text = find("#text").value;
      if (!text.trim()) { fail("还没有文字"); return; }
      const first = text.trim().split("\n")[0].trim().slice(0, 30) || "粘贴的文字";
      send("/drafts", new Blob([text]), first.replace(/\./g, "_") + ".txt", (request) => answered(request));
    });
  }
  every("[data-post]").forEach((one) => one.addEventListener("click", () => send(one.dataset.post, "", "", (request) => answered(request))));
  every("[data-show]").forEach((one) => one.addEventListener("click", () => { find("#" + one.dataset.show).hidden = false; }));

  // --- how far the reading is
  const stage = find("[data-events]");
  if (stage) {
    const events = new EventSource(stage.dataset.events);
    events.addEventListener("stage", (event) => { const name = JSON.parse(event.data); if (name) stage.textContent = "正在" + name + "……"; });
    events.addEventListener("done", () => { events.close(); location.replace(location.href); });
  }

  // --- what must not be lost when a part of the page is replaced: places, what is open
  let kept = null;
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.target.id !== "work") return;
    const part = find("#work").dataset.part;
    kept = {
      part, revision: find("#work").dataset.revision,
      scrolled: every(".column").map((one) => [one.id, one.scrollTop]),
      open: every("#work details[open]").map((one) => one.id).filter((id) => id),
    };
    if (event.detail.xhr.status >= 400) event.detail.shouldSwap = false;
  });
  document.addEventListener("htmx:afterSwap", () => {
    if (!kept || !find("#work")) return;
    const isSame = find("#work").dataset.part === kept.part;
    const isChanged = find("#work").dataset.revision !== kept.revision;
    for (const id of kept.open) { if (/^(rename|add)$/.test(id) && (isChanged || !isSame)) continue; const one = document.getElementById(id); if (one) one.open = true; }
    for (const [id, top] of kept.scrolled) { const one = document.getElementById(id); if (one && (isSame || id !== "middle")) one.scrollTop = top; }
    kept = null;
    const banner = find(".banner"); if (banner) say(banner.textContent);
    if (wanted) { const one = document.getElementById(wanted); if (one) one.focus(); wanted = ""; }
  });
  // The part that is shown already is not asked for again: a second click would close what the first has opened.
  document.addEventListener("htmx:beforeRequest", (event) => { if (event.detail.elt.matches("#tree a[aria-current]")) event.preventDefault(); });
  document.addEventListener("htmx:sendError", () => say("没有做：程序可能已经关掉"));
  document.addEventListener("htmx:responseError", () => say("没有做成，请刷新页面再试"));

  // --- the outline by mouse and keys
  let wanted = "", dragged = null;
  const work = () => find("#work");
  function change(values) {
    const vals = { revision: work().dataset.revision, ...values };
    htmx.ajax("POST", `/w/${work().dataset.draft}/change`, { target: "#work", swap: "outerHTML", values: vals });
  }
  const rowOf = (node) => node.closest && node.closest("#tree li[data-key]");
  function openRename(row) {
    if (row.classList.contains("sel")) { const rename = find("#rename"); rename.open = true; find("#rename-text").select(); }
    else { after = "rename"; find("a", row).click(); }
  }
  let after = "";
  document.addEventListener("htmx:afterSettle", () => {
    if (after === "rename" && find("#rename")) { after = ""; find("#rename").open = true; find("#rename-text").select(); }
    const current = find("#tree [aria-current]");
    if (refocus && current) { refocus = false; current.focus(); }
  });
  let refocus = false;
  document.addEventListener("dblclick", (event) => { const row = rowOf(event.target); if (row && event.target.tagName === "A") { event.preventDefault(); openRename(row); } });
  document.addEventListener("keydown", (event) => {
    const isTyping = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) && event.target.type !== "checkbox" && event.target.type !== "radio";
    if (work() && !isTyping && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z") {
      event.preventDefault(); const button = find(event.shiftKey ? "#redo" : "#undo"); if (button && !button.disabled) button.click(); return;
    }
    const row = event.target.tagName === "A" && rowOf(event.target);
    if (!row) return;
    const steps = { ArrowUp: "up", ArrowDown: "down", ArrowLeft: "out", ArrowRight: "in" };
    if (event.altKey && steps[event.key]) { event.preventDefault(); refocus = true; change({ do: "shift", part: row.dataset.key, step: steps[event.key] }); }
    else if (event.key === "F2") { event.preventDefault(); openRename(row); }
    else if (event.key === "Delete") { event.preventDefault(); refocus = true; change({ do: "unhead", part: row.dataset.key }); }
    else if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      event.preventDefault();
      const rows = every("#tree li[data-key]"), next = rows[rows.indexOf(row) + (event.key === "ArrowDown" ? 1 : -1)];
      if (next) find("a", next).focus();
    }
  });
  const clear = () => every("#tree li").forEach((one) => one.classList.remove("before", "after", "into"));
  function place(event, row) {
    const box = row.getBoundingClientRect(), at = (event.clientY - box.top) / box.height;
    return at < 0.3 ? "before" : at > 0.7 ? "after" : "into";
  }
  document.addEventListener("dragstart", (event) => {
    const row = rowOf(event.target);
    if (row) { dragged = row.dataset.key; event.dataTransfer.effectAllowed = "move"; event.dataTransfer.setData("text/plain", dragged); }
  });
  document.addEventListener("dragover", (event) => {
    const row = rowOf(event.target); clear();
    if (dragged && row && row.dataset.key !== dragged) row.classList.add(place(event, row));
  });
  document.addEventListener("dragend", () => { dragged = null; clear(); });
  document.addEventListener("drop", (event) => {
    const row = rowOf(event.target);
    if (dragged && row && row.dataset.key !== dragged) change({ do: "move", part: dragged, target: row.dataset.key, where: place(event, row) });
    dragged = null; clear();
  });

  // --- a slide in large
  const large = find("#large");
  if (large) {
    let at = 0;
    const turn = (to) => {
      const slides = every(".slide"); at = (to + slides.length) % slides.length;
      const image = find("#large-image"), from = find("img", slides[at]);
      image.src = from.src; image.alt = from.alt; find("#large-name").textContent = slides[at].dataset.name;
    };
    document.addEventListener("click", (event) => {
      const slide = event.target.closest(".slide");
      if (slide) { turn(every(".slide").indexOf(slide)); large.showModal(); }
    });
    find("#large-back").addEventListener("click", () => turn(at - 1));
    find("#large-on").addEventListener("click", () => turn(at + 1));
    large.addEventListener("keydown", (event) => { if (event.key === "ArrowLeft") turn(at - 1); if (event.key === "ArrowRight") turn(at + 1); });
  }
})();
