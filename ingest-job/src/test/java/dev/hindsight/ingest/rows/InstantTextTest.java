package dev.hindsight.ingest.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;
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
        "2018-01-01T14:37:33.5Z",
        "1969-12-31T23:59:59.123456+05:30",
        "0001-01-01T00:00:00Z"
      })
  void usualInstantsAreReadAsJavaTimeReadsThem(String text) {
    assertThat(micros(text)).isEqualTo(microsOf(OffsetDateTime.parse(text).toInstant()));
    assertThat(InstantText.parse(text)).isEqualTo(OffsetDateTime.parse(text).toInstant());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2018-01-01T14:37Z",
        "2018-01-01T14:37:33.1234567Z",
        "2018-01-01T14:37:33+18:00",
        "+12018-01-01T14:37:33Z"
      })
  void unusualInstantsAreLeftToJavaTime(String text) {
    assertThat(micros(text)).isEqualTo(InstantText.UNUSUAL);
    assertThat(InstantText.parse(text)).isEqualTo(OffsetDateTime.parse(text).toInstant());
  }

  @Test
  void everyDateOfTheCalendarIsReadAsJavaTimeReadsIt() {
    for (long day = -719_162; day < 2_932_896; day += 13) {
      Instant instant = Instant.EPOCH.plus(day, ChronoUnit.DAYS).plusSeconds(day % 86_400 + 86_400);

      assertThat(micros(instant.toString())).as("%s", instant).isEqualTo(microsOf(instant));
    }
  }

  @Test
  void textsNearInstantsAreReadAsJavaTimeReadsThem() {
    Random random = new Random(1);
    int readCount = 0;
    for (int i = 0; i < 200_000; i++) {
      String text = changed(instant(random), random);
      long micros = micros(text);

      if (micros != InstantText.UNUSUAL) {
        Instant expected = InstantText.parse(text);
        assertThat(expected).as(text).isNotNull();
        assertThat(micros).as(text).isEqualTo(microsOf(expected));
        readCount++;
      }
    }
    assertThat(readCount).isBetween(10_000, 190_000);
  }

  private static String instant(Random random) {
    Instant instant = Instant.ofEpochSecond(random.nextInt(), 1_000L * random.nextInt(1_000_000));
    ZoneOffset offset = ZoneOffset.ofTotalSeconds(60 * (random.nextInt(2_000) - 1_000));
    return instant.atOffset(offset).toString();
  }

  private static String changed(String text, Random random) {
    int at = random.nextInt(text.length());
    char character = "0123456789:-+.TZt ".charAt(random.nextInt(18));
    return text.substring(0, at) + character + text.substring(at + random.nextInt(2));
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
        "2018-01-01T00:00:00.123",
        "2018-01-01 00:00:00Z",
        "01/02/2018",
        "2018-1-1T00:00:00Z",
        "\u0662018-01-01T00:00:00Z",
        "x"
      })
  void whatIsNoInstantIsNotRead(String text) {
    assertThat(micros(text)).isEqualTo(InstantText.UNUSUAL);
    assertThat(InstantText.parse(text)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2018-01-01T14:37:33", "2018-01-01T14:37", "2018-01-01"})
  void instantsThatLackAnOffsetAreTold(String text) {
    assertThat(micros(text)).isEqualTo(InstantText.UNUSUAL);
    assertThat(InstantText.parse(text)).isNull();
    assertThat(InstantText.lacksOffset(text)).isTrue();
    assertThat(InstantText.lacksOffset(text + "x")).isFalse();
  }

  private static long microsOf(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
  }

  /** Of a text that has others before and behind it. */
  private static long micros(String text) {
    byte[] bytes = ("9," + text + ",9").getBytes(StandardCharsets.UTF_8);
    return InstantText.micros(bytes, 2, bytes.length - 2);
  }
}
