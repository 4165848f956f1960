extension APIReferencePage {
    /// The style sheet is an address of its own, so that the page's policy can forbid styles within the page.
    static let style = """
        :root {
          color-scheme: light dark;
          --text: light-dark(#1c2024, #e4e7ea);
          --quiet: light-dark(#5b646d, #98a2ad);
          --line: light-dark(#dfe3e6, #31373d);
          --panel: light-dark(#f4f6f7, #1d2226);
          --page: light-dark(#ffffff, #14181b);
          --accent: light-dark(#0b5cad, #7db8f5);
        }
        * { box-sizing: border-box; }
        body {
          margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 52rem;
          background: var(--page); color: var(--text);
          font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere;
        }
        a { color: var(--accent); }
        small, .address span { color: var(--quiet); font-size: 0.875rem; font-weight: normal; }
        code { font: 0.875em/1.5 ui-monospace, "SFMono-Regular", Menlo, Consolas, monospace; }
        h1, h2, h3, h4 { line-height: 1.25; }
        h2 { margin: 3rem 0 0.5rem; padding-top: 1rem; border-top: 1px solid var(--line); }
        h3 { margin: 2.25rem 0 0.5rem; }
        h4 { margin: 1.25rem 0 0.25rem; font-size: 0.875rem; color: var(--quiet); }
        nav { columns: 15rem; padding: 0.25rem 1rem; background: var(--panel); border-radius: 0.5rem; }
        nav p { margin: 0.75rem 0 0; font-weight: 600; break-after: avoid; }
        nav ul { margin: 0 0 0.75rem; padding: 0; list-style: none; }
        .address code {
          margin-right: 0.5rem; padding: 0.25rem 0.5rem; background: var(--panel); border-radius: 0.25rem;
        }
        dl { margin: 0; }
        dl div { padding: 0.4rem 0; border-bottom: 1px solid var(--line); }
        dt { font-weight: 600; }
        dd { margin: 0; }
        pre {
          margin: 1.25rem 0 0; padding: 0.75rem 1rem; background: var(--panel); border-radius: 0.5rem;
          white-space: pre-wrap;
        }
        @media (min-width: 40rem) {
          dl div { display: grid; grid-template-columns: 13rem 1fr; gap: 1rem; }
        }

        """
}
