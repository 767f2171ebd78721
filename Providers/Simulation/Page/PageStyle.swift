/// The style sheet of the hosted pages.
enum PageStyle {
    static let sheet: HTML = """
        :root{color-scheme:light dark;--ink:#16202c;--dim:#5b6878;--line:#dfe5ec;--card:#fff;--ground:#eef2f6;
        --go:#0b7a4b;--bad:#b3261e;--wait:#8a5a00}
        @media(prefers-color-scheme:dark){:root{--ink:#eef2f7;--dim:#9fadbd;--line:#303b48;--card:#1a222c;
        --ground:#0f151c;--go:#3ecf8e;--bad:#ff8a80;--wait:#ffc45c}}
        *{box-sizing:border-box}
        body{margin:0;padding:24px 16px;min-height:100vh;display:grid;place-items:center;background:var(--ground);
        color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
        main{width:100%;max-width:420px;padding:24px;background:var(--card);border-radius:18px;
        box-shadow:0 1px 2px #0001,0 12px 40px #0f172a1f}
        header{display:flex;justify-content:space-between;align-items:center;font-size:15px}
        .badge{padding:2px 10px;border:1px solid var(--line);border-radius:99px;color:var(--dim);font-size:12px}
        .sum{padding:20px 0 18px;text-align:center}
        h1{margin:0;color:var(--dim);font-size:15px;font-weight:500;overflow-wrap:anywhere}
        .amount{margin:2px 0 6px;font-size:42px;font-weight:700;line-height:1.15;letter-spacing:-.02em}
        .state{margin:0;font-size:14px;font-weight:600}
        .waiting{color:var(--wait)}.good{color:var(--go)}.bad{color:var(--bad)}
        dl{margin:0 0 20px;border:1px solid var(--line);border-radius:12px}
        dl div{display:flex;justify-content:space-between;gap:16px;padding:10px 14px}
        dl div+div{border-top:1px solid var(--line)}
        dt{color:var(--dim);white-space:nowrap}
        dd{margin:0;font-weight:600;text-align:right;overflow-wrap:anywhere;font-variant-numeric:tabular-nums}
        fieldset{display:grid;grid-template-columns:1fr 1fr;gap:8px;margin:0 0 16px;padding:0;border:0}
        legend{padding:0 0 6px;color:var(--dim);font-size:14px}
        label{position:relative;cursor:pointer}
        label input{position:absolute;opacity:0}
        label span{display:block;padding:10px;border:2px solid var(--line);border-radius:10px;text-align:center;
        font-weight:600}
        label span::before{content:"";display:inline-block;width:10px;height:10px;margin-right:8px;border-radius:50%;
        background:var(--wallet)}
        label input:checked+span{border-color:var(--wallet)}
        label input:focus-visible+span,button:focus-visible,a:focus-visible{outline:3px solid #4c8dff;outline-offset:2px}
        button{display:block;width:100%;min-height:48px;margin-top:8px;border:1px solid var(--line);border-radius:10px;
        background:transparent;color:inherit;font:inherit;font-weight:600;cursor:pointer}
        button.primary{border-color:transparent;background:#0b7a4b;color:#fff}
        button.quiet{border-color:transparent;color:var(--dim);font-weight:500}
        .back{margin:0;text-align:center}
        a{color:inherit;font-weight:600}
        footer{margin-top:18px;color:var(--dim);font-size:12px;text-align:center}
        """
}
