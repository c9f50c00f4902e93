package dev.hindsight.reports.message;

import dev.hindsight.reports.wording.Excerpt;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Properties;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Turns letters into messages (RFC 5322). The same letter is always the same bytes: nothing in a
 * message comes from a clock or a counter. Thread-safe.
 */
public final class MessageComposer {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();
  private static final LocalTime TIME_OF_DAY = LocalTime.of(23, 59);
  private static final int SUBJECT_LENGTH = 150;
  private static final int DIGEST_LENGTH = 32;

  private final Letterhead letterhead;
  private final Session session = Session.getInstance(new Properties());

  public MessageComposer(Letterhead letterhead) {
    this.letterhead = letterhead;
  }

  /** The message as it lies in a file and goes over the wire. */
  public byte[] compose(Letter letter) {
    try {
      MimeMessage message = message(letter);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      message.writeTo(bytes);
      return bytes.toByteArray();
    } catch (MessagingException e) {
      throw new IllegalStateException("Not a message: " + letter.reference(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private MimeMessage message(Letter letter) throws MessagingException {
    String name = digest(letter.reference());
    MimeMessage message = new NamedMessage(session, name + "@" + letterhead.sender().domain());
    message.setFrom(letterhead.sender().named(letterhead.marketplaceName()));
    message.setRecipient(Message.RecipientType.TO, letter.to().named(letter.toName()));
    if (letterhead.replyTo() != null) {
      message.setReplyTo(
          new InternetAddress[] {letterhead.replyTo().named(letterhead.marketplaceName())});
    }
    message.setSubject(Excerpt.of(letter.subject(), SUBJECT_LENGTH), UTF_8);
    message.setSentDate(Date.from(letter.stateOf().atTime(TIME_OF_DAY).toInstant(ZoneOffset.UTC)));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("List-Id", "<" + letterhead.listId() + ">");
    new UnsubscribeHeaders(letterhead).addTo(message, letter.sellerId());
    message.setHeader("Content-Language", letter.language());
    message.setContent(content(letter, name));
    message.saveChanges();
    return message;
  }

  private static MimeMultipart content(Letter letter, String name) throws MessagingException {
    MimeMultipart alternatives = alternatives(letter, name);
    if (letter.attachments().isEmpty()) {
      return alternatives;
    }
    MimeMultipart parts = new BoundedMultipart("mixed", "=_m" + name);
    MimeBodyPart report = new MimeBodyPart();
    report.setContent(alternatives);
    parts.addBodyPart(report);
    for (Attachment attachment : letter.attachments()) {
      parts.addBodyPart(attached(attachment));
    }
    return parts;
  }

  private static MimeBodyPart attached(Attachment attachment) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setDataHandler(
        new DataHandler(new ByteArrayDataSource(attachment.bytes(), attachment.contentType())));
    part.setFileName(attachment.fileName());
    part.setDisposition(Part.ATTACHMENT);
    part.setHeader("Content-Transfer-Encoding", "base64");
    return part;
  }

  private static MimeMultipart alternatives(Letter letter, String name) throws MessagingException {
    MimeMultipart parts = new BoundedMultipart("alternative", "=_" + name);
    parts.addBodyPart(part(letter.text(), "plain"));
    parts.addBodyPart(part(letter.html(), "html"));
    return parts;
  }

  /** Quoted-printable whatever the text: no line is too long, and no bare line feed is left. */
  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text.replace("\r\n", "\n").replace("\n", "\r\n"), UTF_8, subtype);
    part.setHeader("Content-Transfer-Encoding", "quoted-printable");
    return part;
  }

  private static String digest(String reference) {
    return DigestUtils.sha256Hex(reference).substring(0, DIGEST_LENGTH);
  }

  /** A message whose Message-ID is given, where Jakarta Mail would make one from the clock. */
  private static final class NamedMessage extends MimeMessage {
    private final String name;

    NamedMessage(Session session, String name) {
      super(session);
      this.name = name;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + name + ">");
    }
  }

  /** Parts whose boundary is given; neither quoted-printable text nor Base64 can contain it. */
  private static final class BoundedMultipart extends MimeMultipart {
    BoundedMultipart(String subtype, String boundary) {
      super(subtype);
      contentType = "multipart/%s; boundary=\"%s\"".formatted(subtype, boundary);
    }
  }
}
