# Sourced by the other scripts: checks the toolchain and installs the system packages that they name.

# Ends with a message unless Swift 6.3 is there.
need_swift() {
    if ! command -v swift >/dev/null; then
        echo "Lodestone needs a Swift 6.3 toolchain: https://www.swift.org/install" >&2
        exit 1
    fi
    if ! swift --version 2>/dev/null | grep -q 'Swift version 6\.[3-9]'; then
        echo "Lodestone needs Swift 6.3; this is $(swift --version 2>/dev/null | head -n 1)" >&2
        exit 1
    fi
}

# Installs Debian packages that are missing, with sudo only when not root.
need_packages() {
    local missing=() package
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        echo "This system has no apt-get. Install what these Debian packages hold, then run the build by hand" >&2
        echo "as the README says: $*" >&2
        exit 1
    fi
    for package in "$@"; do
        dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed ||
            missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return
    echo "Installing ${missing[*]}"
    local as_root=()
    [ "$(id -u)" -eq 0 ] || as_root=(sudo)
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -qq --yes --no-install-recommends \
        "${missing[@]}" >/dev/null
}
