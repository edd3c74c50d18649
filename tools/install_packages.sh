#!/bin/sh
# Install the Debian packages named that are missing. Where we may not, name the one command and fail.
set -eu

missing=
for package in "$@"; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

as_root=
if [ "$(id -u)" -ne 0 ]; then
  if sudo -n true 2>/dev/null; then as_root='sudo -n'; else as_root=no; fi
fi
if [ "$as_root" = no ] || ! command -v apt-get >/dev/null; then
  echo "缺少系统软件包，请先运行：sudo apt-get install -y --no-install-recommends$missing" >&2
  exit 1
fi

echo "安装系统软件包：$missing" >&2
install() {
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
}
# The lists of a new machine may be empty or old.
install 2>/dev/null || { $as_root apt-get update -qq && install; }
