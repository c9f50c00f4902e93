package dev.hindsight.ingest.profiles;

import dev.hindsight.ingest.feeds.Feed;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a profile from its file, and notes everything that is wrong with it. */
record ProfileReader(ProfileText text, ProfileProblems problems) {
  static final List<String> KEYS =
      Stream.of(
              List.of("description", "feed"),
              FilesReader.KEYS,
              List.of(ReadingDefaults.TIME_ZONE, ReadingDefaults.DATES, ReadingDefaults.NUMBER),
              List.of("headers", "when", "constants", "columns", "events", "order", "maps"))
          .flatMap(List::stream)
          .toList();

  /** The profile; absent when it cannot be told what it is for. */
  Optional<SourceProfile> read() {
    return text.content(problems).flatMap(content -> read(new YamlSection(content, KEYS)));
  }

  private Optional<SourceProfile> read(YamlSection profile) {
    String description =
        profile
            .require("description", "say in a sentence what it is for")
            .flatMap(YamlValue::text)
            .orElse("");
    Optional<Feed> feed =
        profile.require("feed", "write feed: dispute-events").flatMap(ProfileReader::feed);
    return feed.map(
        known ->
            read(
                profile,
                known,
                new SourceProfile.Title(text.name(), description, text.text(), text.digest())));
  }

  private static Optional<Feed> feed(YamlValue value) {
    Optional<String> name = value.text();
    Optional<Feed> feed = name.flatMap(Feed::named);
    if (name.isPresent() && feed.isEmpty()) {
      value.unknown(name.get(), "no feed", Arrays.stream(Feed.values()).map(Feed::prefix).toList());
    }
    return feed;
  }

  private static SourceProfile read(YamlSection profile, Feed feed, SourceProfile.Title title) {
    FilesReader files = new FilesReader(profile);
    FileNameValues nameValues = files.nameValues();
    HeaderNames headers = new HeaderNames(profile.entries("headers"), nameValues);
    ValueMaps maps = new ValueMaps(profile.entries("maps"));
    RowPlan plan = plan(profile, feed, headers, maps);
    headers.checkUsed();
    maps.checkUsed();
    return new SourceProfile(
        title, new SourceFiles(files.patterns(), files.format(), nameValues, headers.used()), plan);
  }

  private static RowPlan plan(YamlSection profile, Feed feed, HeaderNames headers, ValueMaps maps) {
    ReadingDefaults defaults = ReadingDefaults.of(profile);
    TextSourceReader sources = new TextSourceReader(headers);
    int currencyPlace = feed.columns().all().indexOf("currency");
    ConversionReader conversions = new ConversionReader(sources, maps, defaults, currencyPlace);
    return new RowPlanReader(
            feed,
            new ColumnReader(feed, sources, conversions),
            new ConditionReader(headers, defaults.number()))
        .read(profile);
  }
}
