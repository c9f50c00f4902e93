package dev.hindsight.reports.message;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * What follows a message's headers: the report as text and as HTML, and the files that go with it.
 * Boundaries are made of the message's name; neither quoted-printable text nor Base64 can contain
 * them.
 */
final class MessageBody {
  private static final String LINE_END = "\r\n";
  private static final Base64.Encoder BASE_64 =
      Base64.getMimeEncoder(76, LINE_END.getBytes(StandardCharsets.US_ASCII));

  private final Letter letter;
  private final String alternatives;
  private final String parts;
  private final ByteArrayOutputStream bytes;

  MessageBody(Letter letter, String name) {
    this.letter = letter;
    alternatives = "=_" + name;
    parts = "=_m" + name;
    bytes = new ByteArrayOutputStream(2 * (letter.html().length() + letter.text().length()));
  }

  /** The Content-Type of the whole message. */
  String contentType() {
    return letter.attachments().isEmpty()
        ? multipart("alternative", alternatives)
        : multipart("mixed", parts);
  }

  private static String multipart(String subtype, String boundary) {
    return "multipart/" + subtype + "; boundary=\"" + boundary + "\"";
  }

  byte[] bytes() {
    if (letter.attachments().isEmpty()) {
      writeAlternatives();
      return bytes.toByteArray();
    }
    line("--" + parts);
    line("Content-Type: " + multipart("alternative", alternatives));
    line("");
    writeAlternatives();
    line("");
    for (Attachment attachment : letter.attachments()) {
      line("--" + parts);
      write(attachment);
    }
    line("--" + parts + "--");
    return bytes.toByteArray();
  }

  private void writeAlternatives() {
    line("--" + alternatives);
    writeText("text/plain", letter.text());
    line("--" + alternatives);
    writeText("text/html", letter.html());
    line("--" + alternatives + "--");
  }

  /** Quoted-printable whatever the text: no line is too long, and no bare line feed is left. */
  private void writeText(String type, String text) {
    line("Content-Type: " + type + "; charset=UTF-8");
    line("Content-Transfer-Encoding: quoted-printable");
    line("");
    bytes.writeBytes(QuotedPrintable.of(text));
    line("");
  }

  private void write(Attachment attachment) {
    line("Content-Type: " + attachment.contentType() + "; name=" + attachment.fileName());
    line("Content-Transfer-Encoding: base64");
    line("Content-Disposition: attachment; filename=" + attachment.fileName());
    line("");
    bytes.writeBytes(BASE_64.encode(attachment.bytes()));
    line("");
  }

  private void line(String line) {
    bytes.writeBytes(line.getBytes(StandardCharsets.US_ASCII));
    bytes.writeBytes(LINE_END.getBytes(StandardCharsets.US_ASCII));
  }
}
