package dev.hindsight.ingest.profiles;

import dev.hindsight.ingest.csv.CsvRow;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a value of the feed comes from, before it is converted. */
sealed interface TextSource {
  CellText bind(SourceColumns columns);

  /** The source's columns in it. */
  Stream<String> columnNames();

  /** Those whose text can be read in it. */
  default Stream<String> readableNames() {
    return columnNames();
  }

  /** The first of the columns that is filled; usually there is one. */
  record Column(List<String> names) implements TextSource {
    public Column {
      names = List.copyOf(names);
    }

    @Override
    public CellText bind(SourceColumns columns) {
      List<CellText> cells = names.stream().map(columns::cell).toList();
      return cells.size() == 1 ? cells.get(0) : row -> firstFilled(cells, row);
    }

    private static @Nullable String firstFilled(List<CellText> cells, CsvRow row) {
      for (CellText cell : cells) {
        String text = cell.of(row);
        if (text != null) {
          return text;
        }
      }
      return null;
    }

    @Override
    public Stream<String> columnNames() {
      return names.stream();
    }
  }

  /** The same text in every row. */
  record Constant(String text) implements TextSource {
    @Override
    public CellText bind(SourceColumns columns) {
      return row -> text;
    }

    @Override
    public Stream<String> columnNames() {
      return Stream.empty();
    }
  }

  /** Pieces one after the other; absent when one of them is. */
  record Template(List<TextSource> pieces) implements TextSource {
    public Template {
      pieces = List.copyOf(pieces);
    }

    @Override
    public CellText bind(SourceColumns columns) {
      List<CellText> cells = pieces.stream().map(piece -> piece.bind(columns)).toList();
      return row -> joined(cells, row);
    }

    private static @Nullable String joined(List<CellText> cells, CsvRow row) {
      StringBuilder text = new StringBuilder();
      for (CellText cell : cells) {
        String piece = cell.of(row);
        if (piece == null) {
          return null;
        }
        text.append(piece);
      }
      return text.toString();
    }

    @Override
    public Stream<String> columnNames() {
      return pieces.stream().flatMap(TextSource::columnNames);
    }

    @Override
    public Stream<String> readableNames() {
      return pieces.stream().flatMap(TextSource::readableNames);
    }
  }

  /** A short hash of columns, filled or not: an id for sources that have none. */
  record Hash(List<String> names) implements TextSource {
    public Hash {
      names = List.copyOf(names);
    }

    @Override
    public CellText bind(SourceColumns columns) {
      List<CellText> cells = names.stream().map(columns::cell).toList();
      return row -> {
        ShortHash hash = new ShortHash();
        cells.forEach(cell -> hash.add(cell.of(row)));
        return hash.digits();
      };
    }

    @Override
    public Stream<String> columnNames() {
      return names.stream();
    }

    @Override
    public Stream<String> readableNames() {
      return Stream.empty();
    }
  }
}
