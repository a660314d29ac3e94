using System.Globalization;
using System.Text;

namespace HogTrace.Bench.Compiling;

/// <summary>Sources to compile.</summary>
internal static class Sources
{
    /// <summary>A probe such as users write.</summary>
    public static string Typical { get; } = Probe(1);

    /// <summary>So many of them, no two the same.</summary>
    public static string Many(int count)
    {
        var source = new StringBuilder();
        for (int i = 1; i <= count; i++)
            source.Append(Probe(i));
        return source.ToString();
    }

    private static string Probe(int number) => string.Create(CultureInfo.InvariantCulture, $$"""
        # Large orders of administrators.
        fn:Shop.Orders.OrderService{{number}}.Create:entry
        / arg0.user.role == "admin" && arg1 > {{number}} /
        {
            $req.started = timestamp();
            capture(user_id=arg0.user.id, total=arg1, path=$req.path, items=len(arg2));
        }

        """);
}
