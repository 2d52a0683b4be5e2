package onegrid.server.session;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Prints the link to the first account when the service starts without any. */
@Configuration
class SetUpLink {
  @Bean
  ApplicationRunner printSetUpLink(FirstAccountSetUp setUp, WebServerApplicationContext server) {
    return (ApplicationArguments args) -> {
      int port = server.getWebServer() == null ? 0 : server.getWebServer().getPort();
      String address = "http://127.0.0.1:" + port + "/";
      // To the console and not to the log: logs are kept and copied.
      if (setUp.isNeeded()) {
        FirstAccountSetUp.Offer offer = setUp.offer();
        System.out.println();
        System.out.println("  首次使用，请在本机浏览器打开下面的链接创建管理员（24 小时内有效，只能用一次）：");
        System.out.println("  First use: open this link here to make the administrator's account:");
        System.out.println();
        System.out.println("    " + address + "#setup=" + offer.token());
        System.out.println();
        if (offer.voided() > 0) {
          System.out.println("  此前打印的链接（包括连接同一数据库的其他服务打印的）从现在起失效。");
          System.out.println(
              "  Links printed before, also by other services over this database, are void.");
          System.out.println();
        }
      } else {
        System.out.println("  OneGrid: " + address);
      }
    };
  }
}
