package dev.hindsight.datasets.lake;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Reads a manifest from its JSON file. Each engine brings its own JSON library; this module has
 * none.
 *
 * @param <M> {@link LandedFile} or {@link VersionManifest}
 */
@FunctionalInterface
public interface ManifestReader<M> {
  M read(Path file) throws IOException;
}
