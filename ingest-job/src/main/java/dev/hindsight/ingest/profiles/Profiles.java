package dev.hindsight.ingest.profiles;

import dev.hindsight.ingest.csv.FileRefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The source profiles in force: those that the program ships, and those of its user. */
public final class Profiles {
  private static final List<String> SHIPPED =
      List.of(
          "adyen-dispute-report",
          "amazon-returns",
          "nyc-mediated-complaints",
          "paypal-case-report",
          "stripe-disputes");

  private final Map<String, SourceProfile> shipped;
  private final Map<String, SourceProfile> own;

  private Profiles(Map<String, SourceProfile> shipped, Map<String, SourceProfile> own) {
    this.shipped = shipped;
    this.own = own;
  }

  /** Those that the program ships. */
  public static Profiles shipped() {
    return new Profiles(read(SHIPPED.stream().map(Profiles::resource)), Map.of());
  }

  /**
   * Those that the program ships, and those of a folder, which replace shipped ones of their names.
   *
   * @throws ProfileException with everything that is wrong in the folder
   */
  public static Profiles with(Path folder) {
    Map<String, SourceProfile> own = read(files(folder).map(Profiles::file));
    Map<String, SourceProfile> shipped = new TreeMap<>(shipped().shipped);
    shipped.keySet().removeAll(own.keySet());
    return new Profiles(shipped, own);
  }

  private static Map<String, SourceProfile> read(Stream<ProfileText> texts) {
    Map<String, SourceProfile> profiles = new TreeMap<>();
    List<String> problems = new ArrayList<>();
    texts.forEach(
        text -> {
          ProfileProblems ownProblems = new ProfileProblems(text.fileName());
          Optional<SourceProfile> profile = new ProfileReader(text, ownProblems).read();
          if (profile.isPresent() && profiles.put(text.name(), profile.get()) != null) {
            ownProblems.add(1, "profile", "is there as .yaml and as .yml", "keep one of them");
          }
          problems.addAll(ownProblems.messages());
        });
    if (!problems.isEmpty()) {
      throw new ProfileException(problems);
    }
    return profiles;
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(ProfileText::isProfile).sorted().toList().stream();
    } catch (IOException e) {
      throw new ProfileException(
          List.of("%s: cannot be read (%s); name a folder with profiles".formatted(folder, e)));
    }
  }

  private static ProfileText file(Path file) {
    try {
      return new ProfileText(String.valueOf(file.getFileName()), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new ProfileException(
          List.of("%s: cannot be read (%s); check its permissions".formatted(file, e)));
    }
  }

  private static ProfileText resource(String name) {
    String fileName = name + ".yaml";
    try (InputStream in = Profiles.class.getResourceAsStream(fileName)) {
      return new ProfileText(fileName, Objects.requireNonNull(in, fileName).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All of them, by name. */
  public List<SourceProfile> all() {
    Map<String, SourceProfile> all = new TreeMap<>(shipped);
    all.putAll(own);
    return List.copyOf(all.values());
  }

  public Optional<SourceProfile> named(String name) {
    return Optional.ofNullable(own.getOrDefault(name, shipped.get(name)));
  }

  /**
   * The profile for a file of that name. One of the user comes before those that are shipped.
   *
   * @throws FileRefusedException when several are for it
   */
  public Optional<SourceProfile> ofFile(String fileName) {
    return only(own.values(), fileName).or(() -> only(shipped.values(), fileName));
  }

  private static Optional<SourceProfile> only(Collection<SourceProfile> profiles, String fileName) {
    List<SourceProfile> matching =
        profiles.stream().filter(profile -> profile.isFor(fileName)).toList();
    if (matching.size() > 1) {
      throw new FileRefusedException(
          "%s: the profiles %s are all for files of that name; narrow their files patterns"
              .formatted(
                  fileName,
                  matching.stream().map(SourceProfile::name).collect(Collectors.joining(", "))));
    }
    return matching.stream().findFirst();
  }
}
