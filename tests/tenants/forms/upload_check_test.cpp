// Files a town hall wants, files it must never keep, and the words for those in between.
#include "tenants/forms/upload_check.hpp"

#include "tests/support/catch.hpp"
#include "tests/tenants/forms/sample_files.hpp"

#include <thread>

using namespace clocher;
using namespace clocher::forms;
using namespace clocher::forms::test;

namespace {

struct Upload {
  const char* why;
  std::string name;
  std::string declared;
  std::string bytes;
  std::string expected;  // content type, or key of the error
};

const std::vector<std::string> everything = {"pdf", "jpeg", "png", "webp", "odt", "docx"};
const std::string docx_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const std::string odt_type = "application/vnd.oasis.opendocument.text";

std::string outcome(const Upload& upload, const UploadRules& rules = {everything, 1024 * 1024}) {
  const auto checked = check_upload({"it", upload.name, upload.declared, upload.bytes}, rules);
  return checked ? checked->content_type : checked.error().key;
}

std::string object(std::string_view action) { return sample_pdf("<< /Type /Action " + std::string(action) + " >>"); }

std::vector<ZipPart> many_parts() {
  auto parts = docx_parts();
  for (int i = 0; i < 1'000; ++i) parts.push_back({"word/media/" + std::to_string(i), "x"});
  return parts;
}

std::string patched(std::string bytes, std::string_view find, std::size_t after, char value) {
  bytes.at(bytes.rfind(find) + after) = value;
  return bytes;
}

// Two entries of the directory that share the bytes of one local header.
std::string overlapping() {
  std::string bytes = zip({{"[Content_Types].xml", "a"}, {"word/document.xml", "b"}});
  const std::size_t second = bytes.rfind("PK\x01\x02");
  for (std::size_t i = 0; i < 4; ++i) bytes.at(second + 42 + i) = '\0';
  return bytes;
}

const char* const wrong_type = "form.file.wrong_type";
const char* const mismatch = "form.file.mismatch";
const char* const damaged = "form.file.damaged";
const char* const dangerous = "form.file.dangerous";

}  // namespace

TEST_CASE("ordinary files are accepted under their own type") {
  const std::vector<Upload> good = {
      {"plain", "acte.pdf", "application/pdf", sample_pdf(), "application/pdf"},
      {"capitals in the extension", "ACTE.PDF", "application/pdf", sample_pdf(), "application/pdf"},
      {"a browser that does not know", "acte.pdf", "application/octet-stream", sample_pdf(), "application/pdf"},
      {"a browser that says nothing", "acte.pdf", "", sample_pdf(), "application/pdf"},
      {"an open action that only goes to a page", "acte.pdf", "application/pdf", object("/S /GoTo /D [2 0 R /Fit]"),
       "application/pdf"},
      {"a name that only begins like a trap", "acte.pdf", "application/pdf", object("/JavaScripture 1 /LaunchPad 2"),
       "application/pdf"},
      {"photo", "photo.jpg", "image/jpeg", sample_jpeg(), "image/jpeg"},
      {"long extension", "photo.jpeg", "image/jpg", sample_jpeg(), "image/jpeg"},
      {"a phone's motion photo", "photo.jpg", "image/jpeg", sample_jpeg() + "MotionPhoto_Data" + std::string(100, 'v'),
       "image/jpeg"},
      {"48 megapixels", "photo.jpg", "image/jpeg", sample_jpeg(8000, 6000), "image/jpeg"},
      {"screenshot", "ecran.png", "image/png", sample_png(), "image/png"},
      {"webp", "photo.webp", "image/webp", sample_webp(), "image/webp"},
      {"writer", "lettre.odt", odt_type, zip(odt_parts()), odt_type},
      {"word", "lettre.docx", docx_type, zip(docx_parts()), docx_type},
      {"word with a picture", "lettre.docx", docx_type, docx_with({"word/media/image1.png", sample_png()}), docx_type},
      {"word with a sheet", "lettre.docx", docx_type, docx_with({"word/embeddings/Microsoft_Excel_Sheet.xlsx", "x"}),
       docx_type},
  };
  for (const Upload& upload : good) {
    INFO(upload.why);
    CHECK(outcome(upload) == upload.expected);
  }
}

TEST_CASE("a file that is not what it says is refused") {
  const std::vector<Upload> bad = {
      {"program", "facture.exe", "application/octet-stream", "MZ\x90", wrong_type},
      {"program under a good name", "facture.pdf", "application/pdf",
       std::string("MZ\x90\0\x03\0\0\0", 8) + std::string(100, 'x'), mismatch},
      {"page", "page.html", "text/html", "<html>", wrong_type},
      {"page under a good name", "page.pdf", "application/pdf", "<!DOCTYPE html><html><script>alert(1)</script></html>",
       mismatch},
      {"drawing with script", "dessin.svg", "image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>",
       wrong_type},
      {"drawing under a good name", "dessin.png", "image/png", "<svg xmlns='http://www.w3.org/2000/svg'/>", mismatch},
      {"PNG named PDF", "acte.pdf", "application/pdf", sample_png(), mismatch},
      {"PDF named JPEG", "acte.jpg", "image/jpeg", sample_pdf(), mismatch},
      {"PDF declared as a page", "acte.pdf", "text/html", sample_pdf(), mismatch},
      {"image declared as another", "photo.jpg", "image/png", sample_jpeg(), mismatch},
      {"writer named word", "lettre.docx", docx_type, zip(odt_parts()), mismatch},
      {"word named writer", "lettre.odt", odt_type, zip(docx_parts()), mismatch},
      {"archive", "tout.zip", "application/zip", zip({{"a.txt", "a"}}), wrong_type},
      {"archive named word", "tout.docx", docx_type, zip({{"a.txt", "a"}}), damaged},
      {"program for Java named word", "tout.docx", docx_type,
       zip({{"META-INF/MANIFEST.MF", "Main-Class: A"}, {"A.class", "x"}}), ""},
      {"no extension", "acte", "application/pdf", sample_pdf(), wrong_type},
      {"two extensions", "acte.pdf.exe", "application/pdf", sample_pdf(), wrong_type},
      {"direction turned", "acte\u202Efdp.exe", "application/pdf", sample_pdf(), wrong_type},
      {"text", "note.txt", "text/plain", "bonjour", wrong_type},
      {"script", "note.pdf", "application/pdf", "#!/bin/sh\nrm -rf /\n", mismatch},
      {"empty", "acte.pdf", "application/pdf", "", "form.file.empty"},
      {"PDF after other bytes", "acte.pdf", "application/pdf", "GIF89a" + sample_pdf(), ""},
  };
  for (const Upload& upload : bad) {
    INFO(upload.why);
    if (upload.expected.empty()) {
      CHECK(outcome(upload).starts_with("form.file."));
    } else {
      CHECK(outcome(upload) == upload.expected);
    }
  }
}

TEST_CASE("a PDF that runs something, or hides something, is refused") {
  const std::vector<Upload> bad = {
      {"script", "a.pdf", "", object("/S /JavaScript /JS (app.alert(1))"), dangerous},
      {"script, name escaped", "a.pdf", "", object("/S /J#61vaScript /JS (x)"), dangerous},
      {"script, name escaped whole", "a.pdf", "", object("/S /#4A#61#76#61#53#63#72#69#70#74"), dangerous},
      {"scripts of the document", "a.pdf", "", object("/Names << /JavaScript 5 0 R >>"), dangerous},
      {"launch", "a.pdf", "", object("/S /Launch /F (cmd.exe)"), dangerous},
      {"launch, escaped", "a.pdf", "", object("/S /Laun#63h"), dangerous},
      {"launch before a bracket", "a.pdf", "", object("/S/Launch<</F(cmd)>>"), dangerous},
      {"rich media", "a.pdf", "", object("/Subtype /RichMedia"), dangerous},
      {"archive at the end", "a.pdf", "", sample_pdf() + zip({{"a.class", "x"}}), dangerous},
      {"cut short", "a.pdf", "", sample_pdf().substr(0, 60), damaged},
      {"unknown version", "a.pdf", "", "%PDF-9.9\n%%EOF", damaged},
  };
  for (const Upload& upload : bad) {
    INFO(upload.why);
    CHECK(outcome(upload) == upload.expected);
  }
}

TEST_CASE("an image that is also something else, too large to draw, or cut short is refused") {
  const std::vector<Upload> bad = {
      {"PHP in the comment", "a.jpg", "", sample_jpeg(640, 480, "<?php system($_GET[0]);"), dangerous},
      {"script in the comment", "a.jpg", "", sample_jpeg(640, 480, "<ScRiPt>alert(1)</script>"), dangerous},
      {"archive behind a JPEG", "a.jpg", "", sample_jpeg() + zip({{"a.class", "x"}}), dangerous},
      {"archive behind a PNG", "a.png", "", sample_png() + zip({{"a.class", "x"}}), dangerous},
      {"PDF behind a JPEG", "a.jpg", "", sample_jpeg() + sample_pdf(), dangerous},
      {"RAR behind a PNG", "a.png", "", sample_png() + "Rar!\x1a\x07\x01", dangerous},
      {"bomb", "a.png", "", sample_png(60'000, 60'000), dangerous},
      {"bomb in JPEG", "a.jpg", "", sample_jpeg(65'535, 65'535), dangerous},
      {"no size", "a.png", "", sample_png(0, 10), damaged},
      {"JPEG without frame", "a.jpg", "",
       std::string("\xFF\xD8\xFF\xE0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xFF\xD9", 22), damaged},
      {"PNG cut short", "a.png", "", sample_png().substr(0, 40), damaged},
      {"WebP cut short", "a.webp", "", sample_webp().substr(0, sample_webp().size() - 1), damaged},
  };
  for (const Upload& upload : bad) {
    INFO(upload.why);
    CHECK(outcome(upload) == upload.expected);
  }
}

TEST_CASE("an office document with code, bombs or a lying table of contents is refused") {
  const std::uint32_t gigabyte = 1'000'000'000;
  const std::vector<Upload> bad = {
      {"macros of Word", "a.docx", "", docx_with({"word/vbaProject.bin", "x"}), dangerous},
      {"controls of Word", "a.docx", "", docx_with({"word/activeX/activeX1.bin", "x"}), dangerous},
      {"packed program", "a.docx", "", docx_with({"word/embeddings/oleObject1.bin", "x"}), dangerous},
      {"macros of Writer", "a.odt", "", odt_with({"Basic/Standard/Module1.xml", "x"}), dangerous},
      {"scripts of Writer", "a.odt", "", odt_with({"Scripts/python/a.py", "x"}), dangerous},
      {"ratio over 100", "a.docx", "", docx_with({"word/big.xml", std::string(1'000, 'x'), 100'001, 0, 8}), dangerous},
      {"a gigabyte", "a.odt", "", odt_with({"big.xml", std::string(1'000, 'x'), gigabyte, 0, 8}), dangerous},
      {"more than 1,000 entries", "a.docx", "", zip(many_parts()), dangerous},
      {"a name that climbs", "a.docx", "", docx_with({"../../etc/passwd", "x"}), dangerous},
      {"an absolute name", "a.docx", "", docx_with({"/etc/passwd", "x"}), dangerous},
      {"a Windows path", "a.docx", "", docx_with({"word\\evil", "x"}), dangerous},
      {"twice the same name", "a.docx", "", docx_with({"word/document.xml", "autre"}), dangerous},
      {"another name inside", "a.docx", "", docx_with({"word/a.xml", "x", 0, 0, 0, "word/b.xml"}), dangerous},
      {"encrypted", "a.docx", "", docx_with({"word/a.xml", "x", 0, 1}), dangerous},
      {"unknown method", "a.docx", "", docx_with({"word/a.xml", "x", 0, 0, 14}), dangerous},
      {"entries that overlap", "a.docx", "", overlapping(), dangerous},
      {"a directory that lies about its length", "a.docx", "", patched(zip(docx_parts()), "PK\x05\x06", 12, '\x01'),
       dangerous},
      {"bytes before the archive", "a.docx", "", "#!/bin/sh\n" + zip(docx_parts()), ""},
      {"cut short", "a.docx", "", zip(docx_parts()).substr(0, 120), damaged},
      {"no document inside", "a.docx", "", zip({{"[Content_Types].xml", "x"}, {"xl/workbook.xml", "x"}}), ""},
      {"an extension attribute", "a.odt", "", zip({{"mimetype", "application/vnd.oasis.opendocument.text"}}), damaged},
  };
  for (const Upload& upload : bad) {
    INFO(upload.why);
    if (upload.expected.empty()) {
      CHECK(outcome(upload).starts_with("form.file."));
    } else {
      CHECK(outcome(upload) == upload.expected);
    }
  }
}

TEST_CASE("only what the procedure accepts is accepted") {
  CHECK(outcome({"", "lettre.odt", "", zip(odt_parts()), ""}, {{"pdf", "jpeg"}, 1024}) == wrong_type);
}

TEST_CASE("the limit of size is included and said in the error") {
  const std::string pdf = sample_pdf();
  CHECK(outcome({"", "a.pdf", "", pdf, ""}, {everything, pdf.size()}) == "application/pdf");
  const auto refused = check_upload({"it", "a.pdf", "", std::string(3'000, 'x')}, {everything, 2'048});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().key == "form.file.too_large");
  CHECK(refused.error().arguments.at("max") == "2\u00A0Ko");
  CHECK(refused.error().arguments.at("name") == "a.pdf");
}

TEST_CASE("a name is shown without its path, tricks or excess, its extension kept") {
  const auto name_of = [](const std::string& name) {
    return check_upload({"it", name, "", sample_pdf()}, {everything, 4096})->name;
  };
  CHECK(name_of("C:\\Users\\Anne\\acte.pdf") == "acte.pdf");
  CHECK(name_of("../../acte.pdf") == "acte.pdf");
  CHECK(name_of("a\u202Eb\r\nc.pdf").find('\n') == std::string::npos);
  CHECK(name_of(std::string(150, 'a') + "é.pdf").size() <= 121);
  CHECK(name_of(std::string(150, 'a') + "é.pdf").ends_with("é.pdf"));
}

TEST_CASE("sizes and formats are said in French") {
  CHECK(size_in_words(0) == "0\u00A0octets");
  CHECK(size_in_words(327'680) == "320\u00A0Ko");
  CHECK(size_in_words(1'572'864) == "1,5\u00A0Mo");
  CHECK(size_in_words(10 * 1024 * 1024) == "10\u00A0Mo");
  CHECK(formats_in_words({"pdf"}) == "PDF");
  CHECK(formats_in_words({"pdf", "jpeg", "png"}) == "PDF, JPEG ou PNG");
}

TEST_CASE("files are checked from several threads at once") {
  std::vector<int> good(8, 0);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < good.size(); ++i) {
    threads.emplace_back([&good, i] {
      for (int round = 0; round < 50; ++round)
        good[i] += outcome({"", "a.png", "", sample_png(), ""}) == "image/png" ? 1 : 0;
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(good == std::vector<int>(8, 50));
}
