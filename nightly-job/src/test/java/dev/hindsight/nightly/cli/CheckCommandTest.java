package dev.hindsight.nightly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
  private static final String HEADER =
      "transaction_id,order_id,seller_id,category,amount,currency,ordered_at,colour\n";
  private static final String ROW = "t-1,o-1,s-1,toys,12.50,EUR,2024-03-01T10:00:00Z,red\n";

  private final Path folder;

  CheckCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void soundFileWouldLand() throws IOException {
    Captured run = Captured.run("check", write("transactions-1.csv", HEADER + ROW));

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .isEqualToNormalizingNewlines(
            """
            transactions-1.csv: transactions, canonical format
              rows       1 read, 0 rejected; 1 would be taken
              dates      2024-03-01 to 2024-03-01
              not used   colour
              verdict    would land
            """);
    assertThat(folder.resolve("lake")).doesNotExist();
  }

  @Test
  void problemsAreCountedWithTheirFirstExample() throws IOException {
    String wrong = ROW.replace("12.50", "12,50").replace("12,50", "\"12,50\"");

    Captured run =
        Captured.run("check", write("transactions-1.csv", HEADER + ROW.repeat(20) + wrong + wrong));

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out())
        .contains("  rows       22 read, 2 rejected; 20 would be taken")
        .contains(
            "  2 x        NOT_A_DECIMAL; the first: transactions-1.csv:22: amount: \"12,50\" is not"
                + " a decimal number; write 1234.50")
        .contains("  verdict    would land");
  }

  @Test
  void fileOfAnyNameIsCheckedAsTheFeedThatIsNamed() throws IOException {
    Captured run = Captured.run("check", "--feed", "transactions", write("x.txt", HEADER + ROW));

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("x.txt: transactions, canonical format");
  }

  @Test
  void brokenFileWouldBeRefused() throws IOException {
    Captured run = Captured.run("check", write("transactions-1.csv", HEADER + "\"open"));

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out())
        .contains(
            "verdict    would be refused whole: transactions-1.csv:2: a quote is opened and never"
                + " closed");
  }

  @Test
  void encodingCanBeNamed() throws IOException {
    Path file = folder.resolve("transactions-1.csv");
    Files.write(
        file, (HEADER + ROW.replace("toys", "caf\u00e9")).getBytes(StandardCharsets.ISO_8859_1));

    assertThat(Captured.run("check", file.toString()).out())
        .contains("(0xE9) is not UTF-8; export the file as UTF-8, or name its encoding");
    assertThat(Captured.run("check", "--encoding", "windows-1252", file.toString()).exitCode())
        .isZero();
  }

  @Test
  void whatCannotBeCheckedIsWrongUsage() throws IOException {
    assertUsage("does not exist; name a file", "check", folder.resolve("no.csv").toString());
    assertUsage("is no file; name a file", "check", folder.toString());
    assertUsage(
        "'x' is no feed; write one of transactions, dispute-events, sellers, adjustments,"
            + " unsubscribes, bounces",
        "check",
        "--feed",
        "x",
        write("a.csv", HEADER));
    assertUsage("the name does not say what it is", "check", write("a.csv", HEADER));
    assertUsage(
        "'latin-9000' is no encoding", "check", "--encoding", "latin-9000", write("a.csv", ""));
  }

  private static void assertUsage(String message, String... arguments) {
    Captured run = Captured.run(arguments);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains(message);
  }

  private String write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }
}
