#!/usr/bin/env bash
# Proves that both commands work on a Debian that has Python and nothing else: makes such a system in a folder,
# copies this checkout in, and runs the set-up, the program (no screen: its main job) and the tests there.
#
#     sudo packaging/prove-bare-debian.sh [FOLDER] [run|test|set-up|all]
#
# Needs Debian and its debootstrap package. The mirror, the proxy and the certificates are those this machine uses.
# FOLDER keeps the bare system for the next time; remove it by hand when done (nothing stays mounted in it).
set -euo pipefail

here=$(cd "$(dirname "$0")/.." && pwd)
folder=${1:-/var/tmp/fairness-bare}
what=${2:-all}
base=$folder/base

[ "$(id -u)" = 0 ] || { echo "Please run this as root: it makes a Debian system in a folder." >&2; exit 1; }
case $what in run | test | set-up | all) ;; *) echo "Please say run, test, set-up or all." >&2; exit 1 ;; esac
command -v debootstrap >/dev/null || { echo "Please install debootstrap first: apt-get install debootstrap" >&2; exit 1; }

# shellcheck source=/dev/null
release=$(. /etc/os-release && echo "$VERSION_CODENAME")

make_base() {
    local mirror
    mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' "Codename: $release" 'Origin: Debian' | head -n 1)
    [ -n "$mirror" ] || { echo "apt knows no Debian mirror for $release." >&2; exit 1; }
    mkdir -p "$folder"
    debootstrap --variant=minbase "$release" "$base.new" "$mirror" >"$folder/debootstrap.log"
    # As this machine reaches its mirror and trusts its network, so does the bare system.
    apt-config dump | grep '^Acquire' >"$base.new/etc/apt/apt.conf.d/00like-the-host" || true
    mkdir -p "$base.new/etc/ssl/certs" "$base.new/usr/local/share/ca-certificates"
    cp /etc/ssl/certs/ca-certificates.crt "$base.new/etc/ssl/certs/"
    # Those of a network's own, as apt makes the list anew when a package brings the usual ones.
    find /usr/local/share/ca-certificates -name '*.crt' -exec cp {} "$base.new/usr/local/share/ca-certificates/" \;
    inside "$base.new" apt-get -qq update
    inside "$base.new" apt-get -qq -y install --no-install-recommends python3 >>"$folder/debootstrap.log" 2>&1
    mv "$base.new" "$base"
}

# Runs a command in a root, with the few variables that say how to reach a package index and nothing else.
inside() {
    local root=$1 keep=() name
    shift
    for name in PIP_CERT PIP_INDEX_URL PIP_PROXY PIP_DEFAULT_TIMEOUT SSL_CERT_FILE REQUESTS_CA_BUNDLE \
        NPM_CONFIG_REGISTRY npm_config_registry NODE_EXTRA_CA_CERTS \
        http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY; do
        [ -z "${!name:-}" ] || keep+=("$name=${!name}")
    done
    cp -L /etc/resolv.conf "$root/etc/resolv.conf"
    # The mounts live in a namespace of their own and vanish with the command.
    unshare --mount --pid --fork bash -c '
        mount -t proc proc "$1/proc" && mount -t tmpfs tmpfs "$1/dev/shm" && shift && exec chroot "$@"' \
        inside "$root" "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root TERM=dumb DEBIAN_FRONTEND=noninteractive \
        "${keep[@]}" "$@"
}

# Each command gets a bare system of its own, so that neither lives on what the other installed.
prove() {
    local name=$1 root=$folder/$1 began
    shift
    rm -rf --one-file-system "$root"
    cp -a "$base" "$root"
    mkdir "$root/root/fairness-desktop"
    git -c "safe.directory=$here" -C "$here" ls-files -z --cached --others --exclude-standard |
        tar -C "$here" --null --files-from=- --ignore-failed-read -cf - | tar -C "$root/root/fairness-desktop" -xf -
    local before
    before=$(du -sm "$root" | cut -f1)
    echo "== $* on a bare Debian $release"
    began=$(date +%s)
    inside "$root" sh -c 'cd /root/fairness-desktop && exec "$@"' sh "$@" </dev/null
    echo "== took $(($(date +%s) - began)) s and $(($(du -sm "$root" | cut -f1) - before)) MB; $(
        du -sm "$root/root/fairness-desktop/.venv" | cut -f1) MB of them in .venv"
}

[ -d "$base" ] || make_base
if [ "$what" = set-up ]; then
    prove set-up-run python3 packaging/run.py --set-up-only
    prove set-up-test python3 packaging/test.py --set-up-only
fi
if [ "$what" = run ] || [ "$what" = all ]; then prove run python3 packaging/run.py; fi
if [ "$what" = test ] || [ "$what" = all ]; then prove test python3 packaging/test.py; fi
