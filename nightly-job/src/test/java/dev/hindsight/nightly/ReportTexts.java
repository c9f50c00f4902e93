package dev.hindsight.nightly;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** All that a version's reports say, and of whom it must not say anything. */
final class ReportTexts {
  private static final int SHORTEST_NAME = 4;

  private ReportTexts() {}

  /** A seller as the landed list has it. */
  record Known(String id, String name, String email) {}

  /**
   * What of other sellers stands in reports, one line each.
   *
   * @param sellers all of the marketplace
   */
  static List<String> strangers(Path outbox, List<Known> sellers)
      throws IOException, MessagingException {
    List<String> found = new ArrayList<>();
    for (Known reader : sellers) {
      String text = textOf(outbox, reader.id());
      for (Known other : sellers) {
        if (!other.equals(reader)) {
          found.addAll(told(text, reader, other));
        }
      }
    }
    return found;
  }

  private static List<String> told(String text, Known reader, Known other) {
    return Stream.of(other.id(), other.name(), other.email())
        .filter(secret -> secret.length() >= SHORTEST_NAME)
        .filter(secret -> !secret.equals(reader.name()) && !reader.name().contains(secret))
        .filter(text::contains)
        .map(secret -> "%s reads of %s: %s".formatted(reader.id(), other.id(), secret))
        .toList();
  }

  /** Page and message, the message with all its parts; empty where a seller has no report. */
  static String textOf(Path outbox, String sellerId) throws IOException, MessagingException {
    Path page = outbox.resolve(sellerId + ".html");
    Path message = outbox.resolve(sellerId + ".eml");
    String text = Files.exists(page) ? Files.readString(page) : "";
    return Files.exists(message) ? text + decoded(Files.readAllBytes(message)) : text;
  }

  private static String decoded(byte[] bytes) throws IOException, MessagingException {
    MimeMessage message =
        new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
    return message.getSubject() + decoded(message.getContent());
  }

  private static String decoded(Object content) throws IOException, MessagingException {
    if (content instanceof Multipart parts) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart part = parts.getBodyPart(i);
        text.append('\n').append(decoded(part.getContent()));
      }
      return text.toString();
    }
    if (content instanceof InputStream stream) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
    return String.valueOf(content);
  }

  /** The sellers that a list names. */
  static List<Known> sellers(Path landing) throws SQLException, IOException {
    try (Stream<Path> files = Files.list(landing)) {
      Path list =
          files
              .filter(file -> file.getFileName().toString().startsWith("sellers"))
              .findFirst()
              .orElseThrow();
      List<Known> sellers = new ArrayList<>();
      try (var connection = DriverManager.getConnection("jdbc:duckdb:");
          var statement = connection.createStatement();
          var rows =
              statement.executeQuery(
                  "SELECT seller_id, coalesce(name, ''), coalesce(email, '') FROM read_csv('%s', all_varchar = true)"
                      .formatted(list))) {
        while (rows.next()) {
          sellers.add(new Known(rows.getString(1), rows.getString(2), rows.getString(3)));
        }
      }
      return sellers;
    }
  }
}
