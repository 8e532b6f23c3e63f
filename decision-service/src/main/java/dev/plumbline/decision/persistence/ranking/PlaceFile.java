package dev.plumbline.decision.persistence.ranking;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Places of a ranking on the disk, some 50 bytes each: first all are written, then read once. The file goes with its last
 * user, also where the process is killed on a system that lets open files be removed.
 */
final class PlaceFile implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;

    private final FileChannel channel;
    private final DataOutputStream out;
    private final DataInputStream in;
    private long written;
    private long read;

    private PlaceFile(FileChannel channel) {
        this.channel = channel;
        this.out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER));
        this.in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel), BUFFER));
    }

    /** An empty one, in the folder for temporary files. */
    static PlaceFile create() {
        try {
            Path file = Files.createTempFile("plumbline-ranking", ".places");
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            return new PlaceFile(channel);
        } catch (IOException e) {
            throw new UncheckedIOException("A ranking has nowhere to be written to", e);
        }
    }

    void write(Place place) throws IOException {
        out.writeLong(place.applicationId().getMostSignificantBits());
        out.writeLong(place.applicationId().getLeastSignificantBits());
        out.writeInt(place.number());
        out.writeLong(place.rank());
        // No writeUTF: that ends at 65535 bytes.
        byte[] externalId = place.externalId().getBytes(StandardCharsets.UTF_8);
        out.writeInt(externalId.length);
        out.write(externalId);
        written++;
    }

    /** From now on it is read. */
    void rewind() throws IOException {
        out.flush();
        channel.position(0);
    }

    long size() {
        return written;
    }

    /** The next places; none at the end. */
    List<Place> next(int most) {
        try {
            List<Place> places = new ArrayList<>(most);
            while (places.size() < most && read < written) {
                places.add(place());
                read++;
            }
            return places;
        } catch (IOException e) {
            throw new UncheckedIOException("A ranking cannot be read back", e);
        }
    }

    private Place place() throws IOException {
        UUID applicationId = new UUID(in.readLong(), in.readLong());
        int number = in.readInt();
        long rank = in.readLong();
        byte[] externalId = new byte[in.readInt()];
        in.readFully(externalId);
        return new Place(applicationId, new String(externalId, StandardCharsets.UTF_8), number, rank);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
