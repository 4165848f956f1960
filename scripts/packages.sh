# Sourced by the other scripts: checks the toolchain and installs the system packages that they name.

# Exits with a message unless Swift 6.3 or later is installed. Sets LODESTONE_COMMIT for the build: git's commit, or that of an
# archive that git made.
need_swift() {
    local archived='$Format:%H$'
    LODESTONE_COMMIT=$(git describe --always --abbrev=12 --dirty --exclude '*' 2>/dev/null || true)
    [ -n "$LODESTONE_COMMIT" ] || [ "${archived#?Format}" != "$archived" ] || LODESTONE_COMMIT=${archived:0:12}
    export LODESTONE_COMMIT
    if ! command -v swift >/dev/null; then
        echo "Lodestone needs Swift 6.3. Install it from https://www.swift.org/install" >&2
        exit 1
    fi
    if ! swift --version 2>/dev/null | grep -q 'Swift version 6\.[3-9]'; then
        echo "Lodestone needs Swift 6.3, but found $(swift --version 2>/dev/null | head -n 1)" >&2
        exit 1
    fi
}

# Installs missing Debian packages; uses sudo unless it runs as root.
need_packages() {
    local missing=() package
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        echo "This system has no apt-get. Install the equivalents of these Debian packages, then build as" >&2
        echo "docs/operations.md describes: $*" >&2
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

# Installs a browser and a Python environment for tests of the service in use. Sets $python to its interpreter.
need_browser_and_python() {
    local environment=$PWD/.build/end-to-end
    need_packages curl procps python3 python3-venv
    # Another Chromium with its driver works too: Ubuntu has no such packages.
    command -v chromium >/dev/null && command -v chromedriver >/dev/null || need_packages chromium chromium-driver
    python=$environment/bin/python
    [ -x "$python" ] || python3 -m venv "$environment"
    local pip=("$python" -m pip install --quiet --disable-pip-version-check)
    "${pip[@]}" --requirement Tests/EndToEnd/requirements.txt
    # Contains axe-core, which needs none of the package's dependencies.
    "${pip[@]}" --no-deps axe-playwright-python==0.1.8
}

# Unpacks nginx and Caddy into .build/proxies for tests of their configurations. They are not installed: a package would
# also start a service on this machine.
need_proxies() {
    local folder=$PWD/.build/proxies
    [ -x "$folder/usr/sbin/nginx" ] && [ -x "$folder/usr/bin/caddy" ] && return
    need_packages libpcre2-8-0 libssl3 zlib1g openssl
    mkdir -p "$folder"
    (cd "$folder" && apt-get download -qq nginx caddy)
    local package
    for package in "$folder"/*.deb; do dpkg-deb --extract "$package" "$folder"; done
}

# Installs Slurm for a test that only root can run; without it, the test says that it is skipped.
need_slurm() {
    [ "$(id -u)" -eq 0 ] && apt-cache show slurm-wlm >/dev/null 2>&1 || return 0
    need_packages slurm-wlm munge iproute2
}
