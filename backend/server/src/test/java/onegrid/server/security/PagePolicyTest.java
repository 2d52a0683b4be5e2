package onegrid.server.security;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

class PagePolicyTest {

  @Test
  void importMapIsAllowedByTheHashOfItsBytes() throws IOException {
    String page = "<script type=\"importmap\">{}</script><script>alert(1)</script>";
    String policy = PagePolicy.of(new ByteArrayResource(page.getBytes(StandardCharsets.UTF_8)));
    // printf '{}' | openssl dgst -sha256 -binary | base64
    assertTrue(
        policy.contains("script-src 'self' 'sha256-RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=';"),
        policy);
    assertFalse(policy.contains("unsafe"), policy);
  }

  @Test
  void withoutAPageOnlyOwnFilesAreAllowed() throws IOException {
    String policy = PagePolicy.of(new ClassPathResource("no/such/page.html"));
    assertTrue(policy.contains("script-src 'self';"), policy);
  }
}
