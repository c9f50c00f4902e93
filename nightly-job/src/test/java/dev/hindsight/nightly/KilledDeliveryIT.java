package dev.hindsight.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A run that sends reports to a real mail server, is killed at random instants, and is run again
 * until it ends, sends no seller a report of the period twice. Whenever it ends, the next one
 * begins with a fresh lake, until there were enough kills.
 */
@ParameterizedClass
@EnumSource
class KilledDeliveryIT {
  private static final int KILLS = Integer.getInteger("hindsight.kills", 12);
  private static final long SEED = Long.getLong("hindsight.kill.seed", 20261128L);
  private static final int SELLERS = 100;
  private static final int EARLIEST_MILLISECONDS = 100;

  @TempDir private Path folder = Path.of("");

  @Parameter private Product product = Product.H2;
  private List<String> repository = List.of();

  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private int killsAmongMessages;
  private int unknown;

  @Test
  void nobodyGetsAReportTwiceWhateverIsKilled() throws Exception {
    server.start();
    try {
      ReportLake.of(Files.createDirectories(folder.resolve("before")), SELLERS);
      int rounds = killed();
      assertThat(killsAmongMessages).as("kills while messages went").isPositive();
      System.out.printf(
          "%s: %d deliveries to %d sellers, %d kills, %d of them among messages, %d reports unknown, seed %d%n",
          product, rounds, SELLERS, KILLS, killsAmongMessages, unknown, SEED);
    } finally {
      server.stop();
    }
  }

  private int killed() throws Exception {
    long milliseconds = undisturbed();
    Random random = new Random(SEED);
    int rounds = 0;
    for (int kills = 0; kills < KILLS; rounds++) {
      begin();
      while (isKilledAfter(EARLIEST_MILLISECONDS + random.nextInt((int) milliseconds))) {
        kills++;
        int received = server.getReceivedMessages().length;
        killsAmongMessages += received > 0 && received < SELLERS ? 1 : 0;
      }
      assertWhole("%d kills of seed %d".formatted(kills, SEED));
    }
    return rounds;
  }

  private long undisturbed() throws Exception {
    begin();
    long start = System.nanoTime();
    ProgramRun run = ProgramRun.of(folder.resolve("now"), command());
    assertThat(run.exitCode()).as(run.err()).isZero();
    long milliseconds = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    assertThat(received())
        .hasSize(SELLERS)
        .allSatisfy((seller, count) -> assertThat(count).isOne());
    return milliseconds;
  }

  private void begin() throws IOException, SQLException {
    FolderCopy.of(folder.resolve("before"), folder.resolve("now"));
    repository = product.freshOptions();
    try {
      server.purgeEmailFromAllMailboxes();
    } catch (FolderException e) {
      throw new IOException(e);
    }
  }

  private Object[] command() {
    List<Object> words =
        Stream.of(
                "report --deliver smtp --smtp-host localhost --smtp-security none --smtp-rate 40"
                    .split(" "))
            .collect(Collectors.toCollection(ArrayList::new));
    words.addAll(List.of("--smtp-port", server.getSmtp().getPort()));
    words.addAll(List.of("--sender", "reports@mercado.test"));
    words.addAll(repository);
    return words.toArray();
  }

  /** False when the run was over before. */
  private boolean isKilledAfter(int milliseconds) throws IOException, InterruptedException {
    Path err = folder.resolve("err.txt");
    Process run =
        ProgramRun.start(folder.resolve("now"), folder.resolve("out.txt"), err, command());
    if (run.waitFor(milliseconds, TimeUnit.MILLISECONDS)) {
      assertThat(run.exitValue()).as(Files.readString(err)).isIn(0, 3);
      return false;
    }
    run.destroyForcibly().waitFor();
    return true;
  }

  private void assertWhole(String when) throws Exception {
    Map<String, Integer> received = received();
    Map<String, String> states = states("deliveries", "--format", "csv");

    assertThat(received.values()).as(when).allSatisfy(count -> assertThat(count).isOne());
    assertThat(states).as(when).hasSize(SELLERS);
    states.forEach(
        (seller, state) -> {
          assertThat(state).as("%s, %s", seller, when).isIn("accepted", "unknown");
          if (state.equals("accepted")) {
            assertThat(received).as("%s, %s", seller, when).containsKey(seller);
          }
        });
    assertThat(states.keySet()).as(when).containsAll(received.keySet());
    Map<String, String> listed = states("deliveries", "--state", "unknown", "--format", "csv");
    assertThat(listed.keySet())
        .as(when)
        .containsExactlyInAnyOrderElementsOf(
            states.keySet().stream().filter(s -> "unknown".equals(states.get(s))).toList());
    unknown += listed.size();
  }

  private Map<String, String> states(String... words) throws Exception {
    Object[] all = Stream.concat(Stream.of(words), repository.stream()).toArray();
    ProgramRun listing = ProgramRun.of(folder.resolve("now"), all);
    assertThat(listing.exitCode()).as(listing.err()).isZero();
    Map<String, String> states = new TreeMap<>();
    listing
        .out()
        .lines()
        .skip(1)
        .map(line -> line.split(",", 6))
        .forEach(c -> states.put(c[0], c[4]));
    return states;
  }

  /** How many messages each seller has got. */
  private Map<String, Integer> received() throws MessagingException {
    Map<String, Integer> received = new TreeMap<>();
    List<MimeMessage> messages = Arrays.asList(server.getReceivedMessages());
    for (MimeMessage message : messages) {
      InternetAddress to = (InternetAddress) message.getRecipients(Message.RecipientType.TO)[0];
      received.merge(to.getAddress().replaceAll("@.*", ""), 1, Integer::sum);
    }
    return received;
  }
}
