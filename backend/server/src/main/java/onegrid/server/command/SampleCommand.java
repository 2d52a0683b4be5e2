package onegrid.server.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import onegrid.io.write.Outbox;
import onegrid.sample.Preset;
import onegrid.sample.SampleCity;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code onegrid sample}: a made-up district as files to try everything on. */
@Command(
    name = "sample",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {"生成一个虚构的区，用来试用。", "Makes up a district to try things on."})
final class SampleCommand implements Callable<Integer> {
  private static final double MOST_NOISE = 4;

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Option(
      names = "--preset",
      paramLabel = "fenyi|lanshan|jining|nanyang",
      defaultValue = "fenyi",
      description = "规模 / at which scale (${DEFAULT-VALUE})")
  private String preset = "fenyi";

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "种子，同种子同结果 / the same seed gives the same district (${DEFAULT-VALUE})")
  private long seed = 1;

  @Option(
      names = "--noise",
      paramLabel = "X",
      defaultValue = "1",
      description = "画得多不准，0 到 4 / how badly departments draw, 0 to 4 (${DEFAULT-VALUE})")
  private double noise = 1;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "结果目录 / where the files go")
  private Path out = Path.of("");

  @Override
  public Integer call() throws IOException {
    Preset scale =
        Arrays.stream(Preset.values())
            .filter(each -> each.key().equals(preset))
            .findFirst()
            .orElseThrow(() -> misuse("--preset " + preset + "：可选 / one of " + keys()));
    if (!(noise >= 0 && noise <= MOST_NOISE)) {
      throw misuse("--noise " + noise + "：应在 0 到 4 之间 / from 0 to 4");
    }
    Outbox.towards(out).close(); // Said before the work, not after it.
    PrintWriter err = spec.commandLine().getErr();
    err.println("生成 / making up " + scale.title() + " …");
    err.flush();
    SampleCity city = SampleCity.of(scale, seed, noise);
    String command = SampleFiles.write(city, out);
    err.printf(
        "完成（虚构数据）：%d 个社区，%d 个小区，%d 栋楼，%d 个部门图层；在 %s%n",
        city.communities().size(),
        city.compounds().size(),
        city.buildings().size(),
        city.layers().size(),
        out);
    err.println("试一试 / try:");
    err.println(command);
    err.flush();
    return Exit.DONE;
  }

  private static String keys() {
    return Arrays.stream(Preset.values()).map(Preset::key).collect(Collectors.joining(", "));
  }

  private ParameterException misuse(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
