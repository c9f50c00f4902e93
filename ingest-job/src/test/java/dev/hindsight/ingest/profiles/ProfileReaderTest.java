package dev.hindsight.ingest.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.ingest.csv.CsvFormat;
import dev.hindsight.ingest.feeds.Feed;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileReaderTest {
  /** A whole profile; each test makes one line of it wrong. Lines count from 1. */
  private static final String SOUND =
      """
      description: Cases of a shop
      feed: dispute-events
      files: cases-*.csv
      time-zone: UTC
      dates: dd.MM.uuuu
      number: 1.234,50
      encoding: windows-1252
      delimiter: semicolon
      file-name: -(?<day>\\d{8})
      headers:
        Shop: {aliases: [Store], optional: true}
        Customer: {personal: true}
      when: {Kind: case}
      constants: {actor: BUYER}
      columns:
        dispute_id: Case
        seller_id: {column: Shop, blank: none}
      events:
        opened:
          constants: {event_type: OPENED}
          columns:
            occurred_at: Opened
            cause: {column: Reason, map: causes, unknown: keep}
            amount: {column: Cents, minor-units: {ISK: 2}}
            currency: Currency
            transaction_id: {template: "{Order}-{hash}", hash: [Customer]}
        ended:
          when: {Amount: {above: 0}}
          constants: {event_type: DECIDED, outcome: PARTIAL}
          columns:
            occurred_at: {column: day, dates: uuuuMMdd, zone: Europe/Berlin}
      order: [opened, ended]
      maps:
        causes: {late: LATE_DELIVERY}
      """;

  @Test
  void aSoundProfileSaysHowItsFilesAreRead() {
    SourceProfile profile = ReadProfiles.of(SOUND);

    assertThat(profile.name()).isEqualTo("test");
    assertThat(profile.description()).isEqualTo("Cases of a shop");
    assertThat(profile.feed()).isEqualTo(Feed.DISPUTE_EVENTS);
    assertThat(profile.format())
        .isEqualTo(new CsvFormat(';', true, Charset.forName("windows-1252"), 0));
  }

  @Test
  void formatIsThatOfTheFeedUnlessAProfileSaysOtherwise() {
    String sellers = "description: S\nfeed: sellers\nfiles: s.csv\ncolumns: {seller_id: Shop}\n";

    assertThat(ReadProfiles.of(sellers).format()).isEqualTo(CsvFormat.CANONICAL);
    assertThat(
            ReadProfiles.of(sellers + "delimiter: tab\nquoted: false\npreamble-lines: 3\n")
                .format())
        .isEqualTo(new CsvFormat('\t', false, CsvFormat.CANONICAL.charset(), 3));
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          description: Cases of a shop  | descriptoin: Cases              | 1: descriptoin: is no key here; did you mean description?
          description: Cases of a shop  | # none                          | 2: profile: lacks description; say in a sentence what it is for
          description: Cases of a shop  | description:                    | 1: description: is empty; write a value or leave the key out
          feed: dispute-events          | feed: disputes                  | 2: feed: "disputes" is no feed; did you mean dispute-events? (transactions, dispute-events, sellers, adjustments, unsubscribes, bounces)
          files: cases-*.csv            | files: cases-[.csv              | 3: files: "cases-[.csv" is no pattern of file names
          time-zone: UTC                | time-zone: Europe/Berlim        | 4: time-zone: "Europe/Berlim" is no time zone; did you mean Europe/Berlin?
          time-zone: UTC                | # none                          | 22: events.opened.columns.occurred_at: has dates without a zone (dd.MM.uuuu); write time-zone: America/New_York, or the zone of this value
          dates: dd.MM.uuuu             | dates: dd.mm.jjjj               | 5: dates: "dd.mm.jjjj" is no pattern of a date (Unknown pattern letter: j); write one such as dd.MM.uuuu HH:mm, or iso, epoch-seconds, epoch-milliseconds
          dates: dd.MM.uuuu             | dates: dd.mm.uuuu               | 5: dates: "dd.mm.uuuu" is no pattern of a date (it gives no date); write one such as
          number: 1.234,50              | number: european                | 6: number: "european" does not show how numbers are written; write the number 1234.50 as the source writes it, such as $1,234.50
          encoding: windows-1252        | encoding: windows-1253x         | 7: encoding: "windows-1253x" is no encoding; did you mean windows-1253?
          delimiter: semicolon          | delimiter: ";"                  | 8: delimiter: ";" is no delimiter; did you mean tab? (comma, pipe, semicolon, tab)
          delimiter: semicolon          | quoted: never                   | 8: quoted: "never" is neither true nor false; did you mean true? (true, false)
          delimiter: semicolon          | preamble-lines: some            | 8: preamble-lines: "some" is no number of lines; write 0 or more
          file-name: -(?<day>\\d{8})    | file-name: -(?<day>\\d{8}       | 9: file-name: "-(?<day>\\d{8}" is no regular expression (Unclosed group); write one such as -(?<day>\\d{8})
          file-name: -(?<day>\\d{8})    | file-name: -\\d{8}              | 9: file-name: "-\\d{8}" names no part; write one such as -(?<day>\\d{8})
          {aliases: [Store],            | {alias: [Store],                | 11: headers.Shop.alias: is no key here; did you mean aliases? (aliases, optional, personal)
          Shop: {aliases                | Shops: {aliases                 | 11: headers.Shops: is used by no value and no condition; take it out, or write the name as it is used
          hash: [Customer]}             | hash: Customer Name}            | 12: headers.Customer: is used by no value and no condition; take it out, or write the name as it is used
          when: {Kind: case}            | when: {Kind: {is: case}}        | 13: when.Kind.is: is no key here; did you mean in? (in, not, filled, above)
          when: {Kind: case}            | when: {Kind: {in: a, not: b}}   | 13: when.Kind: is not one test; write in, not, filled or above
          when: {Kind: case}            | when: case                      | 13: when: is no map; write keys and values, a line each
          constants: {actor: BUYER}     | constants: {actor: CUSTOMER}    | 14: constants.actor: "CUSTOMER" is no actor; did you mean BUYER? (BUYER, SELLER, MARKETPLACE, ISSUER)
          constants: {actor: BUYER}     | constants: {dispute_id: d-1}    | 14: constants.dispute_id: is filled twice; keep it under constants or under columns
          constants: {actor: BUYER}     | constants: {amount: 1}          | 14: constants.amount: is never the same in every row; take it from a column
          dispute_id: Case              | disput_id: Case                 | 16: columns.disput_id: is no column of dispute-events; did you mean dispute_id? (event_id, dispute_id, seller_id, event_type, occurred_at, transaction_id, actor, cause, amount, currency, outcome, category)
          dispute_id: Case              | dispute_id: {Case}              | 16: columns.dispute_id: says not where its value comes from, or says it twice; write column, or template, or hash
          dispute_id: Case              | dispute_id: [Case, Line]        | 16: columns.dispute_id: holds a list or a map; write one text, in quotes where it begins with { or [
          dispute_id: Case              | dispute_id: {template: case}    | 16: columns.dispute_id.template: "case" has no {column}; write it in the template, or use constants for what never changes
          dispute_id: Case              | dispute_id: Customer            | 16: columns.dispute_id: "Customer" is personal; add pseudonym: true, or make a hash of it
          seller_id: {column: Shop,     | seller_id: {map: , column: Shop, | 17: columns.seller_id.map: is empty; write a value or leave the key out
          opened:                       | Opened!:                        | 20: events.Opened!: "Opened!" cannot be part of an id; name the event in lower case, such as opened
          {event_type: OPENED}          | {event_type: OPEN}              | 20: events.opened.constants.event_type: "OPEN" is no event_type; did you mean OPENED? (OPENED,
          {event_type: OPENED}          | {}                              | 20: events.opened: does not fill event_type; fill it under columns or constants: every row needs it
          occurred_at: Opened           | occurred_at: {column: Opened, date: iso} | 22: events.opened.columns.occurred_at.date: is no key here; did you mean dates? (column, template, hash, dates, zone, end-of-day, blank)
          map: causes, unknown: keep}   | map: cause, unknown: keep}      | 23: events.opened.columns.cause.map: "cause" is none of the maps; did you mean causes? (causes)
          map: causes, unknown: keep}   | unknown: keep}                  | 23: events.opened.columns.cause: says what becomes of unknown values, but has no map; add the map's name
          map: causes, unknown: keep}   | map: causes, extract: "["}      | 23: events.opened.columns.cause.extract: "[" is no regular expression (Unclosed character class); write one such as ' - ([A-Z]+)$'
          map: causes, unknown: keep}   | map: causes, extract: x}        | 23: events.opened.columns.cause.extract: "x" has not one group; put one part into ( )
          cause: {                      | category: {                     | 20: events.opened: does not fill cause; fill it under columns or constants: every row needs it
          minor-units: {ISK: 2}}        | minor-units: {ISK: two}}        | 24: events.opened.columns.amount.minor-units.ISK: "two" is no number of decimals; write 0 to 4
          minor-units: {ISK: 2}}        | minor-units: cents}             | 24: events.opened.columns.amount.minor-units: "cents" is no rule for minor units; write iso, or the decimals of currencies that differ, such as {ISK: 2}
          "{Order}-{hash}"              | "{Order}"                       | 26: events.opened.columns.transaction_id.template: "{Order}" has no {hash}; write it in the template, or use constants for what never changes
          {above: 0}}                   | {above: much}}                  | 28: events.ended.when.Amount.above: "much" is no number; write 0 or 12.50
          , outcome: PARTIAL}           | }                               | 28: events.ended: does not fill outcome; fill it under columns or constants: every row needs it
          outcome: PARTIAL              | outcome: PARTLY                 | 29: events.ended.constants.outcome: "PARTLY" is no outcome; did you mean PARTIAL? (SELLER_FAVOUR, BUYER_FAVOUR, PARTIAL, MARKETPLACE_PAID, ACCEPTED_BY_SELLER, WITHDRAWN)
          zone: Europe/Berlin}          | zone: Berlin}                   | 31: events.ended.columns.occurred_at.zone: "Berlin" is no time zone; did you mean
          order: [opened, ended]        | order: [opened, end]            | 32: order: "end" is no event; did you mean ended? (opened, ended)
          order: [opened, ended]        | order: opened                   | 32: order: names one event; name the events in the order they happen in
          causes: {late: LATE_DELIVERY} | causes: {late: A, LATE: B}      | 34: maps.causes.LATE: is there twice, in another case; write every code once
          causes: {late: LATE_DELIVERY} | causes: {late: A, late: B}      | 34: maps.causes.late: is there twice; write every key once
          causes: {late: LATE_DELIVERY} | {causes: {a: B}, others: {}}    | 34: maps.others: is used by no value; take it out, or write map: others
          """)
  void everyMistakeIsNamedWithItsLineAndWhatWouldBeRight(
      String sound, String mistaken, String message) {
    String yaml = SOUND.replace(sound, mistaken);

    assertThat(yaml).isNotEqualTo(SOUND);
    assertThat(ReadProfiles.problemsOf(yaml))
        .anySatisfy(problem -> assertThat(problem).startsWith("test.yaml:" + message));
  }

  @Test
  void aSoundProfileOfOneRowForEachHasNoEventsToName() {
    assertThat(
            ReadProfiles.problemsOf(
                """
                description: Orders
                feed: transactions
                files: orders.csv
                columns: {transaction_id: Id, order_id: Order, ordered_at: At, amount: Price}
                events: {opened: {}}
                """))
        .contains(
            "test.yaml:5: events: stand in a profile of transactions;"
                + " take them out; only a dispute-events profile has them");
  }

  @Test
  void whatEveryRowOfTheFeedNeedsMustBeFilled() {
    assertThat(
            ReadProfiles.problemsOf(
                """
                description: Orders
                feed: transactions
                files: orders.csv
                columns: {transaction_id: Id, order_id: Order, ordered_at: At, amount: Price}
                """))
        .containsExactly(
            "test.yaml:1: profile: does not fill seller_id, category, currency;"
                + " fill it under columns or constants: every row needs it");
  }

  @Test
  void eventsOfARowNeedIdsOfTheirOwn() {
    assertThat(
            ReadProfiles.problemsOf(
                SOUND.replace("dispute_id: Case", "dispute_id: Case\n  event_id: Id")))
        .containsExactly(
            "test.yaml:1: profile: the events opened, ended of a row have one event_id; fill"
                + " event_id in each of them, or in none: then it is made from the dispute_id");
  }

  @Test
  void allMistakesOfAProfileAreNamed() {
    assertThat(ReadProfiles.problemsOf("files: [a.csv\n"))
        .singleElement()
        .asString()
        .startsWith("test.yaml:2: profile: is not YAML (")
        .endsWith(
            "write keys and values such as feed: dispute-events,"
                + " and quote texts that begin with a sign");
    assertThat(ReadProfiles.problemsOf("")).containsExactly(emptyProfile());
    assertThat(ReadProfiles.problemsOf("- feed\n"))
        .containsExactlyElementsOf(
            List.of(
                "test.yaml:1: profile: is no map; write keys and values, a line each",
                "test.yaml:1: profile: lacks description; say in a sentence what it is for",
                "test.yaml:1: profile: lacks feed; write feed: dispute-events"));
  }

  private static String emptyProfile() {
    return "test.yaml:1: profile: is empty; write keys and values such as feed: dispute-events,"
        + " and quote texts that begin with a sign";
  }
}
