#!/bin/sh
# readers.sh DIR COMMAND …: pcscd with vsmartcard-vpcd's two virtual readers in a network of its own, since vpcd listens
# on all interfaces, and COMMAND beside it in the same network. Clients find pcscd with
# PCSCLITE_CSOCK_NAME=DIR/pcscd.comm. A pcscd that ends is started again, as systemd would; all ends with COMMAND.
set -eu
dir=$1
if [ "${CHEVET_READERS:-}" != inside ]; then
    mkdir -p "$dir"
    CHEVET_READERS=inside exec unshare --map-root-user --net --mount --propagation private sh "$0" "$@"
fi
shift
PATH=$PATH:/usr/sbin:/sbin
ip link set lo up
# Seen by nobody else: pcscd's own folder is ours here, whoever we are and whatever runs outside.
mount -t tmpfs none /mnt
mkdir /mnt/etc
printf 'FRIENDLYNAME "Virtual PCD"\nDEVICENAME /dev/null:0x8C7B\nLIBPATH %s\nCHANNELID 0x8C7B\n' \
    "$(find /usr/lib -name libifdvpcd.so | head -n 1)" >/mnt/etc/vpcd
mkdir /mnt/run
mount --bind "$dir" /mnt/run
mount -t tmpfs none /run
mkdir /run/pcscd
mount --bind /mnt/run /run/pcscd
serve() {
    trap 'kill "$pcscd" 2>/dev/null; exit 0' TERM
    while :; do
        rm -f /run/pcscd/pcscd.pid /run/pcscd/pcscd.comm
        pcscd --foreground --critical --config /mnt/etc >"$dir/pcscd.log" 2>&1 </dev/null &
        pcscd=$!
        wait "$pcscd" || sleep 0.2
    done
}
exec 3<&0
serve &
served=$!
ran=''
stop() {
    [ -z "$ran" ] || kill "$ran" 2>/dev/null || true
    kill "$served" 2>/dev/null || true
    wait "$served" 2>/dev/null || true
}
trap stop EXIT
trap 'exit 143' TERM INT HUP
tries=0
until [ -S /run/pcscd/pcscd.comm ]; do
    tries=$((tries + 1))
    [ "$tries" -lt 100 ] || { echo "pcscd does not start; $dir/pcscd.log says why" >&2; exit 1; }
    sleep 0.1
done
# In the background, so that a signal is heard while it runs.
"$@" <&3 &
ran=$!
wait "$ran"
