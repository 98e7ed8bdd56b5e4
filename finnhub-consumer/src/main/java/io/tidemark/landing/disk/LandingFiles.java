package io.tidemark.landing.disk;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The file operations whose order and atomicity the landing protocol rests on. Reading needs no port: it changes
 * nothing.
 */
public interface LandingFiles {

    /** Creates a file to write; fails when it exists. */
    OutputFile create(Path file) throws IOException;

    /** Makes a directory and makes its entry in every directory above it durable. */
    void ensureDirectory(Path directory) throws IOException;

    /**
     * Gives an existing file a second name, atomically, if and only if that name is free.
     *
     * @throws java.nio.file.FileAlreadyExistsException when the name is taken
     */
    void link(Path newName, Path existing) throws IOException;

    /**
     * Renames within one file system, atomically; replaces what had the name.
     *
     * @throws java.nio.file.NoSuchFileException when there is nothing to rename
     */
    void rename(Path from, Path to) throws IOException;

    /** Makes the names in a directory durable. */
    void syncDirectory(Path directory) throws IOException;

    /** Removes a file if it is there. */
    void delete(Path file) throws IOException;
}
