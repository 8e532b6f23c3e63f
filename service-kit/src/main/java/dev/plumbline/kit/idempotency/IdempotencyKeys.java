package dev.plumbline.kit.idempotency;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The table of idempotency keys. Joins the transaction that is open. */
@ApplicationScoped
class IdempotencyKeys {
    private final AgroalDataSource dataSource;

    IdempotencyKeys(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    record Identity(String caller, String operation, String key) {}

    record Stored(byte[] requestDigest, StoredAnswer answer) {}

    /** Takes the key until the transaction ends, or says that another transaction has it. */
    boolean tryLock(Identity identity) {
        return query(
                "select pg_try_advisory_xact_lock(hashtextextended(?, 7001))",
                ps -> ps.setString(1, identity.caller() + "\n" + identity.operation() + "\n" + identity.key()),
                rs -> {
                    rs.next();
                    return rs.getBoolean(1);
                });
    }

    Optional<Stored> find(Identity identity) {
        String sql = """
                select request_sha256, status, location, etag, body from idempotency_key
                where caller = ? and operation = ? and key = ? and created_at > now() - interval '24 hours'""";
        return query(sql, ps -> bind(ps, identity), rs -> {
            if (!rs.next()) {
                return Optional.empty();
            }
            return Optional.of(new Stored(
                    rs.getBytes(1), new StoredAnswer(rs.getInt(2), rs.getString(3), rs.getString(4), rs.getString(5))));
        });
    }

    void insert(Identity identity, byte[] requestDigest, StoredAnswer answer) {
        // What is there already was not found, so its time is over.
        String sql = """
                insert into idempotency_key (caller, operation, key, request_sha256, status, location, etag, body)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (caller, operation, key) do update
                set request_sha256 = excluded.request_sha256, status = excluded.status, location = excluded.location,
                    etag = excluded.etag, body = excluded.body, created_at = excluded.created_at""";
        update(sql, ps -> {
            bind(ps, identity);
            ps.setBytes(4, requestDigest);
            ps.setInt(5, answer.status());
            ps.setString(6, answer.location());
            ps.setString(7, answer.etag());
            ps.setString(8, answer.body());
        });
    }

    /** Deletes those that are found no more. */
    void deleteExpired() {
        update("delete from idempotency_key where created_at <= now() - interval '24 hours'", ps -> {});
    }

    private static void bind(PreparedStatement ps, Identity identity) throws SQLException {
        ps.setString(1, identity.caller());
        ps.setString(2, identity.operation());
        ps.setString(3, identity.key());
    }

    private interface Binding {
        void on(PreparedStatement ps) throws SQLException;
    }

    private interface Reading<T> {
        T from(ResultSet rs) throws SQLException;
    }

    private <T> T query(String sql, Binding binding, Reading<T> reading) {
        try (Connection c = dataSource.getConnection();
                PreparedStatement ps = c.prepareStatement(sql)) {
            binding.on(ps);
            try (ResultSet rs = ps.executeQuery()) {
                return reading.from(rs);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The idempotency keys cannot be read", e);
        }
    }

    private void update(String sql, Binding binding) {
        try (Connection c = dataSource.getConnection();
                PreparedStatement ps = c.prepareStatement(sql)) {
            binding.on(ps);
            ps.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The idempotency keys cannot be written", e);
        }
    }
}
