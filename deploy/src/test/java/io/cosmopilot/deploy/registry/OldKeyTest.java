package io.cosmopilot.deploy.registry;

import java.math.BigInteger;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

/** A key that was made when tokens were signed with RSA, and that registries have been told to trust. */
class OldKeyTest {

    private static final X500Principal NAME = new X500Principal("CN=before");

    @Test
    void a_key_that_registries_trust_already_goes_on() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        var pair = generator.generateKeyPair();
        var now = Instant.now();
        var certificate = new JcaX509v3CertificateBuilder(
                        NAME,
                        BigInteger.ONE,
                        Date.from(now),
                        Date.from(now.plus(Duration.ofDays(1))),
                        NAME,
                        pair.getPublic())
                .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate()))
                .getEncoded();
        var key = mock(SigningKey.class);
        when(key.material())
                .thenReturn(SigningKey.Material.of(pair.getPrivate().getEncoded(), certificate, new byte[32]));
        var settings = new Binder(new MapConfigurationPropertySource())
                .bindOrCreate("cosmopilot.registry", RegistrySettings.class);

        var token = SignedJWT.parse(new Issuing(key, settings, Clock.systemUTC())
                .token("wei", List.of())
                .token());

        assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
        assertThat(token.verify(new RSASSAVerifier((RSAPublicKey) pair.getPublic())))
                .isTrue();
    }
}
