package dev.hindsight.reports.smtp;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A message as it lies in its file: what goes over the wire is its bytes. It knows whether the mail
 * server has begun to get them. None of it is parsed.
 */
final class StoredMessage extends MimeMessage {
  private final byte[] bytes;
  private boolean isHandedOver;

  StoredMessage(Session session, byte[] bytes) {
    super(session);
    this.bytes = bytes;
  }

  /** Whether the server has got any of it. */
  boolean isHandedOver() {
    return isHandedOver;
  }

  @Override
  public void writeTo(OutputStream output, String[] ignoredHeaders) throws IOException {
    isHandedOver = true;
    output.write(bytes);
  }
}
