package dev.hindsight.reports.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * A relay in front of a real mail server that answers some commands itself: with a line of its own,
 * or by ending the connection. It keeps what it was told and given.
 */
public final class RelayInFront implements AutoCloseable {
  /** Instead of an answer: ends the connection. */
  public static final String DROP = "drop";

  /** Instead of an answer: lets the server have the command, and ends the connection. */
  public static final String DROP_AFTER = "drop after";

  private final ServerSocket listener;
  private final int server;
  private final @Nullable SSLContext tls;
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private final List<String> contents = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private volatile Function<String, @Nullable String> answers = command -> null;

  public RelayInFront(int server, @Nullable SSLContext tls) throws IOException {
    this.server = server;
    this.tls = tls;
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  /**
   * What it answers to a command, the end of a message ({@code .}) included; null: the server's.
   */
  public void answers(Function<String, @Nullable String> own) {
    answers = own;
  }

  public int port() {
    return listener.getLocalPort();
  }

  public List<String> commands() {
    return commands;
  }

  /** The messages as they came over the wire, their dots unstuffed. */
  public List<String> contents() {
    return contents;
  }

  public int connections() {
    return connections.get();
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "relay");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listener.accept();
        if (listener.isClosed()) {
          client.close(); // it came while the listener was being closed
          return;
        }
        connections.incrementAndGet();
        start(() -> serve(client));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void serve(Socket accepted) {
    try (Socket client = accepted;
        Socket backend = new Socket(InetAddress.getLoopbackAddress(), server)) {
      Ends ends = new Ends(client, reader(client), reader(backend), backend.getOutputStream());
      ends.tell(ends.reply());
      while (ends != null) {
        ends = next(ends);
      }
    } catch (IOException | UncheckedIOException e) {
      // one of the two has gone
    }
  }

  /** The two ends of a connection. */
  private record Ends(
      Socket client, BufferedReader commands, BufferedReader replies, OutputStream server) {
    void tell(String lines) throws IOException {
      client.getOutputStream().write(lines.getBytes(StandardCharsets.ISO_8859_1));
    }

    void ask(String line) throws IOException {
      server.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    String reply() throws IOException {
      StringBuilder lines = new StringBuilder();
      String line;
      do {
        line = replies.readLine();
        if (line == null) {
          throw new IOException("the server has gone");
        }
        lines.append(line).append("\r\n");
      } while (line.length() > 3 && line.charAt(3) == '-');
      return lines.toString();
    }
  }

  private @Nullable Ends next(Ends ends) throws IOException {
    String command = ends.commands().readLine();
    if (command == null) {
      return null;
    }
    commands.add(command);
    if (tls != null && command.equals("STARTTLS")) {
      ends.tell("220 ready\r\n");
      SSLSocket encrypted =
          (SSLSocket) tls.getSocketFactory().createSocket(ends.client(), "localhost", port(), true);
      encrypted.setUseClientMode(false);
      return new Ends(encrypted, reader(encrypted), ends.replies(), ends.server());
    }
    String own = answers.apply(command);
    if (own != null) {
      return answered(ends, command, own) ? ends : null;
    }
    ends.ask(command);
    String reply = ends.reply();
    boolean isHello = command.startsWith("EHLO") && tls != null && ends.client() instanceof Socket;
    ends.tell(isHello ? reply.replaceFirst("^250-", "250-STARTTLS\r\n250-") : reply);
    return command.equals("DATA") && reply.startsWith("354") && !isTaken(ends) ? null : ends;
  }

  /** Takes a message, and ends it as the server does, or in its own way. */
  private boolean isTaken(Ends ends) throws IOException {
    StringBuilder content = new StringBuilder();
    String line;
    while ((line = ends.commands().readLine()) != null && !line.equals(".")) {
      ends.ask(line);
      content.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
    }
    if (line == null) {
      return false;
    }
    contents.add(content.toString());
    String own = answers.apply(".");
    if (own != null && !own.equals(DROP_AFTER)) {
      ends.client().setSoLinger(true, 0);
      if (!own.equals(DROP)) {
        ends.tell(own + "\r\n");
        // the server still waits for the message's end; the next connection is a fresh one
      }
      return false;
    }
    ends.ask(".");
    String reply = ends.reply();
    if (own != null) {
      return false;
    }
    ends.tell(reply);
    return true;
  }

  private static boolean answered(Ends ends, String command, String own) throws IOException {
    if (own.equals(DROP)) {
      return false;
    }
    if (own.equals(DROP_AFTER)) {
      ends.ask(command);
      ends.reply();
      return false;
    }
    ends.tell(own + "\r\n");
    return true;
  }

  private static BufferedReader reader(Socket socket) throws IOException {
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
