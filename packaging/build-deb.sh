#!/bin/sh
# Builds target/debian/kalologos_*.deb; needs cargo-deb.
set -eu
cd "$(dirname "$0")/.."
cargo build --release --locked
out=target/packaging
mkdir -p "$out/man" "$out/completions"
target/release/kalologos manual-pages "$out/man"
target/release/kalologos completions bash > "$out/completions/kalologos"
target/release/kalologos completions zsh > "$out/completions/_kalologos"
target/release/kalologos completions fish > "$out/completions/kalologos.fish"
cargo deb --no-build --locked
