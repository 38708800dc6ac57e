#!/bin/bash
# ./berkas on a bare Debian 12, where nothing is installed but what Debian cannot be without.
#   telanjang.sh ROOM CASE...      as root, on Debian with mmdebstrap; ROOM is a folder to work in
# Cases: root (as root), sudo (a user who may), tanpa_sudo (a user who may not, until the
# administrator has run the one command), bekal (as root, from a bundle, without any network),
# layanan (installed as a service: two users, and the public one reaches nothing closed), uji
# (./berkas test as root), uji_petugas (./berkas test as a user who may).
# Prints one line per case with its seconds; exit 1 where one fell short.
set -euo pipefail

ROOM=$(realpath -m "$1")
shift
HERE=$(realpath "$(dirname "${BASH_SOURCE[0]}")/../..")
LIMIT=${LIMIT:-900}
mkdir -p "$ROOM"

bare_system() { # bare_system: one archive, made once
    [ -s "$ROOM/debian12.tar" ] || mmdebstrap --quiet --variant=minbase --include=sudo \
        bookworm "$ROOM/debian12.tar"
}

fresh_machine() { # fresh_machine FOLDER: a machine nobody has touched, with a copy of the code
    rm -rf "$1"
    mkdir -p "$1"
    tar -xf "$ROOM/debian12.tar" -C "$1"
    cp /etc/resolv.conf "$1/etc/resolv.conf"
    echo telanjang >"$1/etc/hostname"
    printf '127.0.0.1 localhost telanjang\n' >"$1/etc/hosts"
    # Whom this machine trusts to be who they say, that one trusts too.
    mkdir -p "$1/usr/local/share/ca-certificates"
    cp -r /usr/local/share/ca-certificates/. "$1/usr/local/share/ca-certificates/"
    printf '#!/bin/sh\nexit 101\n' >"$1/usr/sbin/policy-rc.d"
    chmod +x "$1/usr/sbin/policy-rc.d"
    chroot "$1" useradd --create-home --shell /bin/sh petugas
    mkdir -p "$1/opt/kantor kita"/berkas
    tar -C "$HERE" --exclude=./.git --exclude=./.venv --exclude=./var --exclude='./inbox/[!R]*' \
        --exclude=__pycache__ --exclude='./.*_cache' -cf - . |
        tar -C "$1/opt/kantor kita"/berkas --no-same-owner -xf -
    chroot "$1" chown -R petugas "/opt/kantor kita"
}

# A root of its own (not chroot, where no box can be closed) and processes of its own.
# shellcheck disable=SC2016 # the inner shell expands them
INSIDE='
    ip link set lo up
    mount --bind "$1" "$1" && cd "$1"
    mount --rbind /dev dev && mount -t proc proc proc && mkdir -p .lama
    pivot_root . .lama && umount -l /.lama && cd /
    shift
    # Not exec: somebody must stay to bury the processes whose parents have died.
    env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root "$@"
    exit $?
'

inside() { # inside FOLDER COMMAND...: with $NETWORK set to --net for none at all
    unshare --mount --propagation private --pid --fork --kill-child ${NETWORK:+"$NETWORK"} \
        sh -euc "$INSIDE" inside "$@"
}

# Starts Berkas, waits until its page answers, asks it to stop, and looks what is left.
# shellcheck disable=SC2016
PLAY='
    cd /
    code="/opt/kantor kita"/berkas
    python="$code/.venv/bin/python"
    began=$(date +%s)
    "$code/berkas" "$@" >/tmp/layar 2>&1 &
    berkas=$!
    ask="import urllib.request as u; print(u.urlopen(\"http://127.0.0.1:8080/\", timeout=3).status)"
    until "$python" -c "$ask" 2>/dev/null | grep -q 200; do
        if ! kill -0 $berkas 2>/dev/null; then tail -20 /tmp/layar; exit 9; fi
        [ $(($(date +%s) - began)) -lt $LIMIT ] || { tail -20 /tmp/layar; exit 8; }
        sleep 0.5
    done
    echo "answers after $(($(date +%s) - began)) s"
    until "$code/berkas" status --json >/tmp/keadaan; do
        [ $(($(date +%s) - began)) -lt $LIMIT ] || { cat /tmp/keadaan; exit 6; }
        sleep 1
    done
    "$code/berkas" audit --json >/dev/null
    echo "status 0, audit 0"
    kill -TERM $berkas
    wait $berkas
    left=$(find "$code/var/run" -name "*.lock"; find /tmp -name "berkas-*")
    [ -z "$left" ] || { echo "left behind: $left"; exit 7; }
    again=$(date +%s%N)
    "$code/berkas" status --help >/dev/null
    echo "again in $((($(date +%s%N) - again) / 1000000)) ms"
'

as() { # as USER: the words that run a command as that user
    [ "$1" = root ] || printf '%s\n' runuser -u "$1" -- env "HOME=/home/$1"
}

play() { # play NAME FOLDER USER WORDS...
    local name=$1 machine=$2 prefix said
    mapfile -t prefix < <(as "$3")
    shift 3
    if said=$(inside "$machine" "${prefix[@]}" env LIMIT="$LIMIT" sh -euc "$PLAY" play "$@"); then
        printf '%-10s %s\n' "$name" "$(printf '%s' "$said" | tr '\n' ';')"
    else
        printf '%-10s FELL SHORT: %s\n' "$name" "$said"
        fell_short=yes
    fi
}

check_all() { # check_all NAME FOLDER USER: the whole of ./berkas test in there
    local prefix
    mapfile -t prefix < <(as "$3")
    if inside "$2" "${prefix[@]}" "/opt/kantor kita"/berkas/berkas test >"$ROOM/$1.log" 2>&1; then
        printf '%-10s %s\n' "$1" "$(tail -1 "$ROOM/$1.log")"
    else
        printf '%-10s FELL SHORT: %s\n' "$1" "$(tail -30 "$ROOM/$1.log")"
        fell_short=yes
    fi
}

bring_bundle() { # bring_bundle FOLDER: that machine has the bundle and what was in it, no more
    [ -s "$ROOM/bekal.tar" ] || "$HERE/berkas" bundle "$ROOM/bekal.tar"
    rm -rf "$1/opt/kantor kita"/berkas
    tar -xf "$ROOM/bekal.tar" -C "$1/opt/kantor kita"
    ln "$ROOM/bekal.tar" "$1/opt/bekal.tar"
}

# The units of ./berkas install, played without systemd.
# shellcheck disable=SC2016
SERVICE='
    cd "/opt/kantor kita"/berkas
    ./berkas --from /opt/bekal.tar install --lihat >/dev/null
    PYTHONPATH=. .venv/bin/python -m tests.fault.layanan
'

fell_short=
bare_system
for case in "$@"; do
    machine="$ROOM/$case"
    fresh_machine "$machine"
    case $case in
        root) play root "$machine" root run ;;
        sudo)
            echo 'petugas ALL=(ALL) NOPASSWD: ALL' >"$machine/etc/sudoers.d/petugas"
            play sudo "$machine" petugas run
            ;;
        uji) check_all uji "$machine" root ;;
        uji_petugas)
            echo 'petugas ALL=(ALL) NOPASSWD: ALL' >"$machine/etc/sudoers.d/petugas"
            check_all uji_petugas "$machine" petugas
            ;;
        tanpa_sudo)
            if said=$(inside "$machine" runuser -u petugas -- "/opt/kantor kita"/berkas/berkas run 2>&1); then
                echo "tanpa_sudo FELL SHORT: it should have stopped"
                fell_short=yes
            fi
            printf '%s\n' "$said" | sed 's/^/    /'
            told=$(printf '%s\n' "$said" | sed -n 's/^  apt-get/apt-get/p')
            inside "$machine" env DEBIAN_FRONTEND=noninteractive sh -c "$told" >"$ROOM/apt.log" 2>&1
            play tanpa_sudo "$machine" petugas run
            ;;
        layanan)
            bring_bundle "$machine"
            if said=$(NETWORK=--net inside "$machine" sh -euc "$SERVICE" 2>&1); then
                printf '%-10s both answer; %s\n' layanan "$(printf '%s' "$said" | tail -7)"
            else
                printf '%-10s FELL SHORT: %s\n' layanan "$said"
                fell_short=yes
            fi
            ;;
        bekal)
            bring_bundle "$machine"
            NETWORK=--net play bekal "$machine" root --from /opt/bekal.tar run
            ;;
        *) echo "no such case: $case" && exit 2 ;;
    esac
    rm -rf "$machine"
done
[ -z "$fell_short" ]
