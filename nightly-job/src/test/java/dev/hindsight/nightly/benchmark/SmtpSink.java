package dev.hindsight.nightly.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** A mail server that takes every message and keeps none. */
final class SmtpSink implements AutoCloseable {
  private final ServerSocket listener;
  private final AtomicLong messages = new AtomicLong();

  SmtpSink() throws IOException {
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  long messageCount() {
    return messages.get();
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "smtp-sink");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listener.accept();
        start(() -> serve(client));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void serve(Socket accepted) {
    try (Socket client = accepted;
        BufferedReader commands =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1))) {
      client.setTcpNoDelay(true);
      answer(client, "220 sink");
      String command;
      while ((command = commands.readLine()) != null) {
        if (command.equals("DATA")) {
          answer(client, "354 go on");
          while ((command = commands.readLine()) != null && !command.equals(".")) {
            // thrown away
          }
          messages.incrementAndGet();
        }
        answer(client, command != null && command.equals("QUIT") ? "221 bye" : "250 ok");
      }
    } catch (IOException e) {
      // the client has gone
    }
  }

  private static void answer(Socket client, String line) throws IOException {
    client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
