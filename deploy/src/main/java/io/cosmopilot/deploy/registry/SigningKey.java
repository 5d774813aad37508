package io.cosmopilot.deploy.registry;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import javax.security.auth.x500.X500Principal;

import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The key that signs tokens and its certificate, the same on every replica; made when it is first needed. */
@Component
class SigningKey {

    private static final Duration VALID = Duration.ofDays(3650);
    private static final Duration BEFORE = Duration.ofDays(1);
    private static final String CURVE = "secp256r1";
    private static final int SECRET_BYTES = 32;
    private static final int SERIAL_BITS = 64;
    private static final X500Principal NAME = new X500Principal("CN=Cosmopilot registry tokens");

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile @Nullable Material known;

    SigningKey(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Material material() {
        Material material = known;
        if (material == null) {
            material = find();
            known = material;
        }
        return material;
    }

    private Material find() {
        return jdbc.sql("select private_key, certificate, secret from deploy.registry_key")
                .query((row, number) -> Material.of(row.getBytes(1), row.getBytes(2), row.getBytes(3)))
                .optional()
                .orElseGet(this::made);
    }

    /** Several replicas may make one at the same moment: the first row counts, and all read it. */
    private Material made() {
        var secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(CURVE));
            var pair = generator.generateKeyPair();
            jdbc.sql("""
                            insert into deploy.registry_key (id, private_key, certificate, secret)
                            values (1, :key, :certificate, :secret) on conflict do nothing
                            """)
                    .param("key", pair.getPrivate().getEncoded())
                    .param("certificate", certificate(pair))
                    .param("secret", secret)
                    .update();
        } catch (GeneralSecurityException | OperatorCreationException | java.io.IOException impossible) {
            throw new IllegalStateException("this Java platform cannot make a key for registry tokens", impossible);
        }
        return find();
    }

    private byte[] certificate(KeyPair pair)
            throws GeneralSecurityException, OperatorCreationException, java.io.IOException {
        var now = clock.instant();
        var builder = new JcaX509v3CertificateBuilder(
                        NAME,
                        new BigInteger(SERIAL_BITS, new SecureRandom()),
                        Date.from(now.minus(BEFORE)),
                        Date.from(now.plus(VALID)),
                        NAME,
                        pair.getPublic())
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(true))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyCertSign));
        var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate());
        return builder.build(signer).getEncoded();
    }

    /**
     * A private key, the certificate of its public half, and a secret for what is no token. Signing with an elliptic curve
     * takes a fraction of the time; a key of another kind, which registries know already, goes on.
     */
    // Read once and never compared.
    @SuppressWarnings("ArrayRecordComponent")
    record Material(PrivateKey key, byte[] certificate, byte[] secret) {

        private static final int LINE = 64;

        static Material of(byte[] key, byte[] certificate, byte[] secret) {
            try {
                var kind = CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(certificate))
                        .getPublicKey()
                        .getAlgorithm();
                var read = KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(key));
                return new Material(read, certificate, secret);
            } catch (GeneralSecurityException broken) {
                throw new IllegalStateException("deploy.registry_key has no key that can be read", broken);
            }
        }

        String pem() {
            var lines = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(certificate);
            return "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n";
        }
    }
}
