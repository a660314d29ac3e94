using Microsoft.Data.Sqlite;

namespace Shop.Data;

/// <summary>The shop's SQLite file.</summary>
internal sealed class Database : IDisposable
{
    private readonly string _connectionString;
    private readonly string? _temporaryFile;

    /// <summary>Opens a database and creates what is missing in it.</summary>
    /// <param name="file">Null for a new file in the temporary folder, deleted at the end.</param>
    public Database(string? file)
    {
        if (file is null)
            file = _temporaryFile = Path.Combine(Path.GetTempPath(), $"hogtrace-shop-{Guid.NewGuid():n}.db");
        _connectionString = new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true }.ToString();
        using var connection = new SqliteConnection(_connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = Schema.Create;
        command.ExecuteNonQuery();
    }

    /// <summary>A connection from the pool. Dispose it.</summary>
    public async Task<SqliteConnection> Open(CancellationToken cancellation)
    {
        var connection = new SqliteConnection(_connectionString);
        await connection.OpenAsync(cancellation);
        return connection;
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        if (_temporaryFile is not null)
            File.Delete(_temporaryFile);
    }
}
