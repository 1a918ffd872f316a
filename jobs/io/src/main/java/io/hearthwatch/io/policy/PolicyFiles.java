package io.hearthwatch.io.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of one bundle, as they were signed off: rules, parameters, classes, the calendar, codes
 * of regions.
 *
 * @param contents by path within the bundle, for instance rules/M02.yaml
 */
public record PolicyFiles(SortedMap<String, String> contents) {

  private static final int VERSION_DIGITS = 16;

  /** Beside the bundle lie the scenarios, which test it and are not part of it. */
  private static final String SCENARIOS = "scenarios/";

  private static final String README = "README.md";

  public PolicyFiles {
    contents = Collections.unmodifiableSortedMap(new TreeMap<>(contents));
  }

  public static PolicyFiles of(Map<String, String> contents) {
    return new PolicyFiles(new TreeMap<>(contents));
  }

  /**
   * Reads a directory {@code policies/}, all of it but the scenarios.
   *
   * @throws PolicyException where a file is not UTF-8
   */
  public static PolicyFiles ofDirectory(Path directory) {
    List<Problem> problems = new ArrayList<>();
    SortedMap<String, String> contents = new TreeMap<>();
    try {
      // The folder itself may be a link; those within it are not followed.
      Path root = directory.toRealPath();
      try (Stream<Path> paths = Files.walk(root)) {
        for (Path file : paths.filter(Files::isRegularFile).toList()) {
          String path = root.relativize(file).toString().replace('\\', '/');
          if (!path.startsWith(SCENARIOS) && !path.equals(README)) {
            contents.put(path, text(path, Files.readAllBytes(file), problems));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!problems.isEmpty()) {
      throw new PolicyException(problems);
    }
    return new PolicyFiles(contents);
  }

  /** The first 16 hexadecimal digits of SHA-256 over paths and contents, each ended by a zero. */
  public String version() {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      contents.forEach(
          (path, content) -> {
            sha256.update(path.getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) 0);
            sha256.update(content.getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) 0);
          });
      return HexFormat.of().formatHex(sha256.digest()).substring(0, VERSION_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  private static String text(String path, byte[] bytes, List<Problem> problems) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      problems.add(new Problem(path, 1, "is not UTF-8"));
      return "";
    }
  }
}
