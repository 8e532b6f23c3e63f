package dev.plumbline.verify;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.decision.certificate.Certificate;
import dev.plumbline.decision.certificate.CertificateJson;
import dev.plumbline.decision.certificate.DecisionKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;

/** A key pair made for a test. */
record Key(KeyPair pair) {

    static Key generate() {
        try {
            return new Key(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    DecisionKey published() {
        return DecisionKey.of((EdECPublicKey) pair.getPublic());
    }

    byte[] sign(Certificate certificate) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(CertificateJson.bytes(certificate));
            return CertificateJson.file(certificate, published().id(), signature.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** A set of keys as the service publishes it. */
    static byte[] set(Key... keys) {
        ObjectNode set = new ObjectMapper().createObjectNode();
        for (Key key : keys) {
            set.withArray("keys").add(key.published().toJwk());
        }
        return set.toString().getBytes(StandardCharsets.UTF_8);
    }
}
