#!/usr/bin/env bash
# Checks a receipt (.tlog-proof) with nothing but bash, openssl 3 and coreutils: the log's signature over the checkpoint, and
# the way from the entry to the signed root. Usage: by-hand.sh RECEIPT LOGKEY
set -eu -o pipefail
receipt=$1 vkey=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

wrong() { echo "WRONG: $1"; exit 1; }
from_base64() { openssl base64 -d -A; }
to_hex() { od -An -v -tx1 | tr -d ' \n'; }
from_hex() { local hex; hex=$(cat); printf "$(sed 's/../\\x&/g' <<<"$hex")"; }
hash_of() { sha256sum | cut -d ' ' -f 1; }

# The receipt: its own lines, an empty line, the checkpoint's text, an empty line, signatures.
part=head
: >"$work/text"
: >"$work/hashes"
signature= entry= index=
name=${vkey%%+*}
while IFS= read -r line; do
    case $part in
        head)
            case $line in
                '') part=text ;;
                'extra '*) entry=${line#extra } ;;
                'index '*) index=${line#index } ;;
                c2sp.org/*) [ "$line" = c2sp.org/tlog-proof@v1 ] || wrong "not a receipt" ;;
                *) printf '%s\n' "$line" >>"$work/hashes" ;;
            esac ;;
        text) if [ -z "$line" ]; then part=signatures; else printf '%s\n' "$line" >>"$work/text"; fi ;;
        signatures) case $line in "— $name "*) signature=${line##* } ;; esac ;;
    esac
done <"$receipt"
{ read -r origin; read -r size; read -r root; } <"$work/text"
[ "$origin" = "$name" ] || wrong "the checkpoint is of $origin"
[ -n "$signature" ] || wrong "no signature by $name"

# The signature: 4 bytes that name the key, then 64 of Ed25519. The key: one byte for its kind, then 32; openssl wants 12 known
# bytes in front of those. The base64 of a key may hold plus signs, so only the first two divide.
printf %s "$signature" | from_base64 | tail -c 64 >"$work/signature"
{ printf '\x30\x2a\x30\x05\x06\x03\x2b\x65\x70\x03\x21\x00'; printf %s "${vkey#*+*+}" | from_base64 | tail -c 32; } >"$work/key"
openssl pkeyutl -verify -pubin -keyform DER -inkey "$work/key" -rawin -in "$work/text" -sigfile "$work/signature" >/dev/null || wrong "the signature of $name"
echo "OK signature of $name over $size entries"

# The leaf: SHA-256 over a zero byte and the entry. From there upwards: over a one byte, the left and the right.
node=$({ printf '\x00'; printf %s "$entry" | from_base64; } | hash_of)
echo "OK leaf $node"
last=$((size - 1)) place=$index
[ "$place" -le "$last" ] || wrong "entry $place of $size"
while read -r sibling; do
    sibling=$(printf %s "$sibling" | from_base64 | to_hex)
    [ "$last" -gt 0 ] || wrong "the proof is too long"
    if [ $((place % 2)) -eq 1 ] || [ "$place" -eq "$last" ]; then
        node=$(printf '01%s%s' "$sibling" "$node" | from_hex | hash_of)
        while [ "$place" -gt 0 ] && [ $((place % 2)) -eq 0 ]; do place=$((place / 2)) last=$((last / 2)); done
    else
        node=$(printf '01%s%s' "$node" "$sibling" | from_hex | hash_of)
    fi
    place=$((place / 2)) last=$((last / 2))
done <"$work/hashes"
[ "$last" -eq 0 ] || wrong "the proof is too short"
[ "$node" = "$(printf %s "$root" | from_base64 | to_hex)" ] || wrong "the entry does not lead to the signed root"
echo "OK entry $index is in the log"
