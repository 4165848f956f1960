extension [AllowedHost] {
    /// The usual sources of packages, tools and code.
    package static let trusted = [
        // JavaScript
        "registry.npmjs.org", "registry.npmjs.com", "npmjs.org", "www.npmjs.com", "registry.yarnpkg.com", "yarnpkg.com",
        "nodejs.org", "*.nodejs.org", "deno.land", "jsr.io", "npm.jsr.io", "bun.sh",
        // Python
        "pypi.org", "pypi.python.org", "files.pythonhosted.org", "pythonhosted.org", "*.pythonhosted.org",
        "bootstrap.pypa.io", "www.python.org", "conda.anaconda.org", "repo.anaconda.com", "astral.sh",
        // Rust
        "crates.io", "index.crates.io", "static.crates.io", "static.rust-lang.org", "sh.rustup.rs", "doc.rust-lang.org",
        // Go
        "proxy.golang.org", "sum.golang.org", "index.golang.org", "go.dev", "golang.org", "pkg.go.dev", "goproxy.io",
        // Ruby
        "rubygems.org", "index.rubygems.org", "api.rubygems.org", "cache.ruby-lang.org",
        // Java, Kotlin, Android
        "repo.maven.apache.org", "repo1.maven.org", "central.sonatype.com", "plugins.gradle.org",
        "plugins-artifacts.gradle.org", "services.gradle.org", "downloads.gradle.org", "maven.google.com",
        "dl.google.com",
        // .NET, PHP, Swift, Dart, Elixir, Haskell, Perl, R
        "api.nuget.org", "www.nuget.org", "packagist.org", "repo.packagist.org", "getcomposer.org",
        "download.swift.org",
        "swift.org", "www.swift.org", "pub.dev", "hex.pm", "repo.hex.pm", "hackage.haskell.org", "www.cpan.org",
        "metacpan.org", "cran.r-project.org",
        // Systems
        "deb.debian.org", "security.debian.org", "ftp.debian.org", "archive.ubuntu.com", "*.archive.ubuntu.com",
        "security.ubuntu.com", "ports.ubuntu.com", "keyserver.ubuntu.com", "dl-cdn.alpinelinux.org",
        "mirrors.fedoraproject.org", "dl.fedoraproject.org", "packages.microsoft.com", "cdn.playwright.dev",
        "playwright.download.prss.microsoft.com",
        // Container images
        "registry-1.docker.io", "auth.docker.io", "index.docker.io", "production.cloudflare.docker.com",
        "download.docker.com", "ghcr.io", "pkg-containers.githubusercontent.com", "quay.io", "mcr.microsoft.com",
        "gcr.io", "public.ecr.aws", "registry.k8s.io",
        // Code
        "github.com", "www.github.com", "api.github.com", "codeload.github.com", "objects.githubusercontent.com",
        "raw.githubusercontent.com", "release-assets.githubusercontent.com", "media.githubusercontent.com",
        "github-releases.githubusercontent.com", "npm.pkg.github.com", "gitlab.com", "registry.gitlab.com",
        "bitbucket.org",
    ].compactMap { try? AllowedHost($0) }
}
