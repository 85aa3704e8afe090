//! The page that stands in a frame on other sites.

/// What the page may load: its own, and nothing else.
pub(super) const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; \
    base-uri 'none'; form-action 'none'";

/// The page. Its addresses go from where it is, so that it needs no base.
pub(super) fn page() -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\" class=\"dst\">\n<head>\n<meta charset=\"utf-8\" />\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\" />\n\
         <title>A lab · Distributed Systems</title>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n\
         <meta name=\"robots\" content=\"noindex\" />\n\
         <meta name=\"referrer\" content=\"no-referrer\" />\n\
         <link rel=\"icon\" href=\"data:,\" />\n\
         <link rel=\"stylesheet\" href=\"lab.css\" />\n\
         <link rel=\"stylesheet\" href=\"frame.css\" />\n\
         <script type=\"module\" src=\"frame.js\"></script>\n</head>\n<body>\n\
         <p id=\"notice\" role=\"status\"></p>\n<main id=\"lab\" aria-label=\"Lab\"></main>\n\
         <noscript><p>This lab runs in the browser and needs scripts. \
         <a href=\"../labs/\" target=\"_blank\" rel=\"noopener\">What each lab shows, in words</a>\
         </p></noscript>\n</body>\n</html>\n"
    )
}
