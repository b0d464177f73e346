"""What a page online may load: its own files, and nothing written inside the page (CSP level 3)."""

RULE = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'"
)
POLICY = f'<meta http-equiv="Content-Security-Policy" content="{RULE}">'
