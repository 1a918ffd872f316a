package io.hearthwatch.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Refuses to start on a disk that is nearly full: a broker or a database that runs out of it in the
 * middle is worse.
 */
final class FreeDisk {
  private static final double GIB = 1024.0 * 1024 * 1024;

  private FreeDisk() {}

  static void require(Path folder, double minimumGib) {
    try {
      double freeGib = Files.getFileStore(folder).getUsableSpace() / GIB;
      if (freeGib < minimumGib) {
        throw new StackFailure(
            String.format(
                Locale.ROOT,
                "Only %.1f GiB are free under %s and %.1f are needed; make room, choose another folder with --var,"
                    + " or ask for less with --min-free-gib.",
                freeGib,
                folder,
                minimumGib));
      }
    } catch (IOException e) {
      throw new StackFailure("The free space of " + folder + " cannot be read.", e);
    }
  }
}
