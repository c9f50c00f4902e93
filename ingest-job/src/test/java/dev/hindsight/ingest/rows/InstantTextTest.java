package dev.hindsight.ingest.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2018-01-01T14:37:33-03:00",
        "2018-01-01T14:37:33Z",
        "2016-02-29T23:59:59+14:00",
        "1989-12-31T00:00:00-00:00",
        "2018-01-01T14:37Z",
        "2018-01-01T14:37:33.5Z",
        "2018-01-01T14:37:33.123456789+05:30",
        "2018-01-01T14:37:33+18:00"
      })
  void instantsAreReadAsJavaTimeReadsThem(String text) {
    assertThat(InstantText.parse(text)).isEqualTo(OffsetDateTime.parse(text).toInstant());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2018-02-29T00:00:00Z",
        "2018-13-01T00:00:00Z",
        "2018-00-01T00:00:00Z",
        "2018-01-01T24:00:00Z",
        "2018-01-01T00:60:00Z",
        "2018-01-01T00:00:60Z",
        "2018-01-01T00:00:00+0300",
        "2018-01-01T00:00:00+19:00",
        "2018-01-01 00:00:00Z",
        "01/02/2018",
        "2018-1-1T00:00:00Z",
        "\u0662018-01-01T00:00:00Z",
        "x"
      })
  void whatIsNoInstantIsNotRead(String text) {
    assertThat(InstantText.parse(text)).isNull();
    assertThat(InstantText.lacksOffset(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2018-01-01T14:37:33", "2018-01-01T14:37", "2018-01-01"})
  void instantsThatLackAnOffsetAreTold(String text) {
    assertThat(InstantText.parse(text)).isNull();
    assertThat(InstantText.lacksOffset(text)).isTrue();
  }
}
