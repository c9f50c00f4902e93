package dev.hindsight.nightly;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * A distribution whose Spark is two small classes of Spark's names. What its application does is in
 * the file {@code behaviour} beside the application's jar.
 *
 * @param home the distribution's folder
 */
public record FakeSpark(Path home) {
  private static final String SUBMISSION =
      """
      package org.apache.spark.deploy;

      import java.nio.file.*;
      import java.util.List;

      public final class SparkSubmit {
        public static void main(String[] words) throws Exception {
          List<String> arguments = List.of(words);
          Path home = Path.of(words[arguments.indexOf("--class") + 2]).getParent();
          System.out.println("arguments " + String.join(" ", arguments));
          System.out.println("module option " + System.getProperty("fake.module.option"));
          System.out.println("26/07/01 05:00:00 INFO Analysis: Read 3 transactions");
          switch (Files.readString(home.resolve("behaviour"))) {
            case "fail" -> throw new IllegalStateException("no such mart", new Exception("deeper"));
            case "fail silently" -> System.exit(9);
            case "wait" -> {
              Files.writeString(home.resolve("pid.tmp"), "" + ProcessHandle.current().pid());
              Files.move(home.resolve("pid.tmp"), home.resolve("pid"));
              Thread.sleep(60_000);
            }
            case "make" -> {
              Path candidate = Path.of(arguments.get(arguments.indexOf("--candidate") + 1));
              Files.copy(home.resolve("manifest"), candidate.resolve("_version.json"));
            }
            default -> {}
          }
        }
      }
      """;
  private static final String LAUNCHER =
      """
      package org.apache.spark.launcher;

      public final class JavaModuleOptions {
        public static String[] defaultModuleOptionArray() {
          return new String[] {"-Dfake.module.option=given"};
        }
      }
      """;

  /** Makes one. */
  public static FakeSpark in(Path home) throws IOException {
    Path jars = Files.createDirectories(home.resolve("spark"));
    jar(jars.resolve("spark-core_2.13-0.jar"), "org/apache/spark/deploy/SparkSubmit", SUBMISSION);
    jar(
        jars.resolve("spark-launcher_2.13-0.jar"),
        "org/apache/spark/launcher/JavaModuleOptions",
        LAUNCHER);
    return new FakeSpark(home);
  }

  /** What it does from now on. */
  public void does(String behaviour) throws IOException {
    Files.writeString(home.resolve("behaviour"), behaviour);
  }

  public Path jars() {
    return home.resolve("spark");
  }

  public Path application() {
    return home.resolve("analytics-job.jar");
  }

  /** The manifest of the version that it makes. */
  public Path manifest() {
    return home.resolve("manifest");
  }

  private static void jar(Path jar, String className, String source) throws IOException {
    Path classes = Files.createTempDirectory(jar.getParent(), "classes");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    JavaFileObject unit =
        new SimpleJavaFileObject(
            URI.create("string:///" + className + ".java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    List<String> options = List.of("-d", classes.toString(), "-proc:none");
    if (!compiler.getTask(null, null, null, options, null, List.of(unit)).call()) {
      throw new IllegalStateException("The fake Spark does not compile");
    }
    String entry = className + ".class";
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(file)) {
      entries.putNextEntry(new JarEntry(entry));
      Files.copy(classes.resolve(entry), entries);
    }
  }
}
