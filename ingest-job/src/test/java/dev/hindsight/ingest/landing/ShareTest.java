package dev.hindsight.ingest.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShareTest {
  @Test
  void isReadAsItIsWritten() {
    assertThat(Share.of("2/5")).isEqualTo(new Share(2, 5)).hasToString("2/5");
    assertThat(Share.of("1/1").isWhole()).isTrue();
    assertThat(Share.of("1000/1000").isWhole()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2", "2/", "/5", "2 of 5", "-1/5", "2/5/1", "2/12345678901"})
  void whatIsNoShareIsNamedWithItsRemedy(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Share.of(text))
        .withMessage("'%s' is no share; of 5 machines the second takes 2/5", text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0/5", "6/5", "0/0", "1/1001"})
  void aNumberThatIsNotAmongThemIsNamedWithItsRemedy(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Share.of(text))
        .withMessage(
            "'%s' is no share; of 5 machines the second takes 2/5, and there can be up to 1000",
            text);
  }

  // printf a | sha256sum; int(that[:16], 16) % 5 + 1 in Python 3
  @ParameterizedTest
  @CsvSource({"a, 1", "b, 2", "c, 1"})
  void aContentStaysInItsShare(String content, int number) {
    String sha256 = DigestUtils.sha256Hex(content);

    assertThat(IntStream.rangeClosed(1, 5).filter(k -> new Share(k, 5).takes(sha256)))
        .containsExactly(number);
  }

  @Test
  void everyContentIsInOneShareAndSharesAreAboutEqual() {
    int[] counts = new int[7];
    for (int content = 0; content < 7_000; content++) {
      String sha256 = DigestUtils.sha256Hex("content " + content);
      int[] takers =
          IntStream.rangeClosed(1, 7).filter(k -> new Share(k, 7).takes(sha256)).toArray();
      assertThat(takers).hasSize(1);
      counts[takers[0] - 1]++;
    }

    assertThat(IntStream.of(counts).boxed().toList())
        .allSatisfy(count -> assertThat(count).isBetween(900, 1_100));
  }
}
