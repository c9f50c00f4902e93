package dev.hindsight.reports.message;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

/** How a seller gets no more messages: what mail programs make a button of. */
record UnsubscribeHeaders(Letterhead letterhead) {
  private static final String HEADER = "List-Unsubscribe";

  /** No line of a message may be longer than 998 characters. */
  private static final int LONGEST = 900;

  void addTo(MimeMessage message, String sellerId) throws MessagingException {
    UnsubscribeLink link = letterhead.unsubscribeLink();
    String url = link == null ? "" : link.of(sellerId);
    if (url.isEmpty() || url.length() > LONGEST) {
      message.setHeader(HEADER, "<" + mailTo(sellerId) + ">");
      return;
    }
    message.setHeader(HEADER, "<" + url + ">");
    message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
  }

  private String mailTo(String sellerId) {
    String subject = "unsubscribe%20" + UnsubscribeLink.encoded(sellerId);
    return "mailto:%s?subject=%s"
        .formatted(
            letterhead
                .reader()
                .address()
                .replace("%", "%25")
                .replace("?", "%3F")
                .replace("&", "%26"),
            subject.length() > LONGEST ? "unsubscribe" : subject);
  }
}
