package dev.hindsight.reports.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A message as it lies in its file: what goes over the wire is its bytes. It says when the mail
 * server begins to get them.
 */
final class StoredMessage extends MimeMessage {
  private final byte[] bytes;
  private final Runnable beforeContent;
  private boolean isHandedOver;

  StoredMessage(Session session, byte[] bytes, Runnable beforeContent) throws MessagingException {
    super(session, new ByteArrayInputStream(bytes));
    this.bytes = bytes.clone();
    this.beforeContent = beforeContent;
  }

  /** Whether the server has got any of it. */
  boolean isHandedOver() {
    return isHandedOver;
  }

  @Override
  public void writeTo(OutputStream output, String[] ignoredHeaders) throws IOException {
    beforeContent.run();
    isHandedOver = true;
    output.write(bytes);
  }
}
