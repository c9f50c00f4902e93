package dev.hindsight.ingest.profiles;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/** A profile's file, as it lies there. */
final class ProfileText {
  private static final Pattern SUFFIX = Pattern.compile("(?i)\\.ya?ml$");

  private final String fileName;
  private final byte[] bytes;

  ProfileText(String fileName, byte[] bytes) {
    this.fileName = fileName;
    this.bytes = bytes;
  }

  static boolean isProfile(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return !name.startsWith(".") && SUFFIX.matcher(name).find();
  }

  String fileName() {
    return fileName;
  }

  /** The profile's name: the file's, without {@code .yaml}. */
  String name() {
    return SUFFIX.matcher(fileName).replaceFirst("");
  }

  String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  String digest() {
    return DigestUtils.sha256Hex(bytes);
  }

  /** What the file says; absent, with a problem, when it is not UTF-8 or not YAML. */
  Optional<YamlValue> content(ProfileProblems problems) {
    try {
      String yaml = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return YamlValue.of(yaml, problems);
    } catch (CharacterCodingException e) {
      problems.add(1, "profile", "is not UTF-8", "save it as UTF-8");
      return Optional.empty();
    }
  }
}
