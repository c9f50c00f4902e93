package dev.hindsight.reports.message;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Jakarta Mail reads what was written. */
class QuotedPrintableTest {
  private static final int[] LETTERS = {
    'a', 'z', ' ', ' ', '\t', '=', '.', '~', '\n', '\r', 0, 0x7F, 0xE9, 0x20AC, 0x202E, 0x1F980
  };

  @ParameterizedTest
  @MethodSource({"drawn", "naughty"})
  void readersGetTheTextBackWithTheLineEndsOfMail(String text) throws Exception {
    assertThat(decoded(QuotedPrintable.of(text))).isEqualTo(text.replaceAll("\r\n|\r|\n", "\r\n"));
  }

  @ParameterizedTest
  @MethodSource({"drawn", "naughty"})
  void linesAreAsciiNoLongerThanMailAllowsAndEndInNoSpace(String text) {
    String encoded = new String(QuotedPrintable.of(text), US_ASCII);

    assertThat(encoded).matches("[\r\n -~]*");
    assertThat(encoded.replace("\r\n", "")).doesNotContain("\r", "\n");
    assertThat(List.of(encoded.split("\r\n", -1)))
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(76).doesNotEndWith(" "));
  }

  private static String decoded(byte[] encoded) throws MessagingException, IOException {
    return new String(
        MimeUtility.decode(new ByteArrayInputStream(encoded), "quoted-printable").readAllBytes(),
        UTF_8);
  }

  static List<String> drawn() {
    Random random = new Random(11);
    return IntStream.range(0, 300)
        .mapToObj(
            length ->
                random
                    .ints(length, 0, LETTERS.length)
                    .map(place -> LETTERS[place])
                    .collect(
                        StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString())
        .toList();
  }

  static List<String> naughty() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/naughty-names.txt"));
  }
}
