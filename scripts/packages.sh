# Sourced by the other scripts: checks the toolchain and installs the system packages that they name.

# Ends with a message unless Swift 6.3 is there. Tells the build its commit: git's, or that of an archive that git made.
need_swift() {
    local archived='$Format:%H$'
    LODESTONE_COMMIT=$(git describe --always --abbrev=12 --dirty --exclude '*' 2>/dev/null || true)
    [ -n "$LODESTONE_COMMIT" ] || [ "${archived#?Format}" != "$archived" ] || LODESTONE_COMMIT=${archived:0:12}
    export LODESTONE_COMMIT
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

# Prepares what uses the service as people do: a browser, and a Python environment whose interpreter is then $python.
need_browser_and_python() {
    local environment=$PWD/.build/end-to-end
    need_packages curl procps python3 python3-venv
    # Where a distribution has no such packages, as Ubuntu, another Chromium and its driver will do.
    command -v chromium >/dev/null && command -v chromedriver >/dev/null || need_packages chromium chromium-driver
    python=$environment/bin/python
    [ -x "$python" ] || python3 -m venv "$environment"
    local pip=("$python" -m pip install --quiet --disable-pip-version-check)
    "${pip[@]}" --requirement Tests/EndToEnd/requirements.txt
    # Carries axe-core, which needs nothing of what the package would bring along.
    "${pip[@]}" --no-deps axe-playwright-python==0.1.8
}
