package dev.hindsight.datasets.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hindsight.datasets.contract.ColumnType.ListOf;
import dev.hindsight.datasets.contract.ColumnType.Scalar;
import dev.hindsight.datasets.contract.ColumnType.Struct;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContractTest {

  enum Colour {
    RED
  }

  record Part(@Doc("Its name") String partName, @Nullable Double weight) {}

  @Grain(
      value = "one row per thing",
      key = {"thing_id"})
  record Thing(
      @Doc("Identifies it") String thingId,
      int size,
      @Nullable Long pieces,
      boolean isRed,
      Colour colour,
      LocalDate madeDate,
      Instant soldAt,
      BigDecimal paidAmount,
      List<Integer> steps,
      List<Part> parts) {}

  @Grain(
      value = "one row per part",
      key = {"part_name"})
  record Weighed(String partName, double weight) {}

  @Grain(
      value = "one row per part",
      key = {"name"})
  record Misspelt(String partName) {}

  @Grain(
      value = "one row per part",
      key = {"part_name"})
  record Mapped(String partName, Map<String, String> labels) {}

  @Grain(
      value = "one row per part",
      key = {"part_name"})
  record Floating(String partName, float weight) {}

  @Test
  void aColumnIsNamedTypedAndDocumentedByItsComponent() {
    Contract<Thing> contract = Contract.of("things", Thing.class);

    assertThat(contract.fields())
        .containsExactly(
            new Field("thing_id", Scalar.TEXT, true, "Identifies it"),
            new Field("size", Scalar.INTEGER, true, ""),
            new Field("pieces", Scalar.BIGINT, false, ""),
            new Field("is_red", Scalar.BOOLEAN, true, ""),
            new Field("colour", Scalar.TEXT, true, ""),
            new Field("made_date", Scalar.DATE, true, ""),
            new Field("sold_at", Scalar.TIMESTAMP, true, ""),
            new Field("paid_amount", Scalar.DECIMAL, true, ""),
            new Field("steps", new ListOf(Scalar.INTEGER), true, ""),
            new Field(
                "parts",
                new ListOf(
                    new Struct(
                        List.of(
                            new Field("part_name", Scalar.TEXT, true, "Its name"),
                            new Field("weight", Scalar.DOUBLE, false, "")))),
                true,
                ""));
  }

  @Test
  void typesHaveNamesForPeople() {
    Contract<Thing> contract = Contract.of("things", Thing.class);

    assertThat(contract.field("paid_amount").type().display()).isEqualTo("decimal(18,4)");
    assertThat(contract.field("parts").type().display())
        .isEqualTo("list of struct(part_name text, weight double)");
  }

  @Test
  void theGrainNamesTheKey() {
    Contract<Thing> contract = Contract.of("things", Thing.class);

    assertThat(contract.grain()).isEqualTo("one row per thing");
    assertThat(contract.key()).containsExactly(contract.field("thing_id"));
  }

  @Test
  void anUnknownColumnIsRefusedWithTheKnownOnes() {
    Contract<Weighed> contract = Contract.of("parts", Weighed.class);

    assertThatThrownBy(() -> contract.field("colour"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Dataset parts has no column colour; its columns are [part_name, weight]");
  }

  @Test
  void aRecordWithoutAGrainIsRefused() {
    assertThatThrownBy(() -> Contract.of("parts", Part.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Record %s lacks @Grain", Part.class.getName());
  }

  @Test
  void aKeyThatIsNoColumnIsRefused() {
    assertThatThrownBy(() -> Contract.of("parts", Misspelt.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Dataset parts has no column name; its columns are [part_name]");
  }

  @Test
  void aTypeThatNoColumnHasIsRefused() {
    assertThatThrownBy(() -> Contract.of("parts", Floating.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("No column type for float");
    assertThatThrownBy(() -> Contract.of("parts", Mapped.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("No column type for java.util.Map<");
  }
}
