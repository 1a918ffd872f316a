package io.hearthwatch.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Only one command at a time changes a stack. The lock is the operating system's, so it ends with
 * the process, however that ended; the parts do not inherit it.
 */
final class StackLock implements AutoCloseable {
  private final FileChannel channel;

  private StackLock(FileChannel channel) {
    this.channel = channel;
  }

  static StackLock take(StackDirs dirs) {
    Path file = dirs.run().resolve("lock");
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        throw new StackFailure(
            "Another `hearthwatch up` or `down` is at work on "
                + dirs.root()
                + "; wait until it has ended.");
      }
      return new StackLock(channel);
    } catch (IOException e) {
      throw new StackFailure(file + " cannot be locked: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
